import type { Page } from 'playwright-core'
import { refrigeratorsNeeded } from '../factories/postings.ts'
import { openBrowser } from '../support/browser.ts'
import { castFor } from '../support/cast.ts'
import { openSite, type Site } from '../support/site.ts'

let site: Site
let browser: Awaited<ReturnType<typeof openBrowser>>

beforeAll(async () => {
  site = await openSite()
  const { wanjiru } = await castFor(site)
  const posted = (title: string, fields: object) =>
    wanjiru.api.post(
      '/needs',
      refrigeratorsNeeded({ title, description: `${title}, for clinics.`, ...fields }),
    )
  for (let number = 1; number <= 7; number += 1)
    await posted(`Refrigerators for clinic ${number}`, { countries: ['KEN'], sdgs: [3] })
  await posted('Refrigerators for a market', { countries: ['PER'], sdgs: [2] })
  await posted('Water pumps for a market', { countries: ['PER'], sdgs: [6] })
  await site.settled()
  browser = await openBrowser()
}, 60_000)
afterAll(async () => {
  await browser.close()
  await site.close()
})

const total = (page: Page) => page.locator('#results')
const cards = (page: Page) => page.locator('.posting-card h3')
const facet = (page: Page, key: string) => page.locator(`.facet a[data-key="${key}"]`)

/** Waits until the page says that it found as many. */
const finds = (page: Page, count: number) =>
  total(page)
    .filter({ hasText: new RegExp(`^${count} need`) })
    .waitFor()

test('results follow what one types and chooses; the way back leads through them', async () => {
  const page = await browser.visitor(site.url)
  await page.goto('/needs?limit=5')
  await finds(page, 9)
  await page.evaluate(() => Object.assign(globalThis, { sameDocument: true }))

  await page.click('#search')
  await page.keyboard.type('refrigerater', { delay: 20 })
  await finds(page, 8)
  expect(await page.locator('.posting-card mark').first().textContent()).toBe('Refrigerators')
  expect(await page.locator('#search:focus').count()).toBe(1)
  expect(new URL(page.url()).search).toBe('?q=refrigerater&limit=5')
  expect(await page.locator('[data-announcements]').textContent()).toBe('8 needs')

  expect(await facet(page, 'country:PER').locator('.count').textContent()).toBe('1')
  await facet(page, 'country:PER').focus()
  await page.keyboard.press('Enter')
  await finds(page, 1)
  expect(await cards(page).allTextContents()).toEqual(['Refrigerators for a market'])
  expect(await page.locator('[data-key="country:PER"]:focus').count()).toBe(1)
  expect(new URL(page.url()).search).toBe('?q=refrigerater&country=PER&limit=5')

  await page.goBack()
  await finds(page, 8)
  expect(await page.inputValue('#search')).toBe('refrigerater')
  expect(await page.evaluate(() => 'sameDocument' in globalThis)).toBe(true)

  await page.click('a[rel=next]')
  await page.waitForURL(/cursor=/)
  expect(await cards(page).count()).toBe(3)
  await page.click('.pagination-row a')
  await page.waitForURL((url) => !url.search.includes('cursor'))
  expect(await cards(page).count()).toBe(5)
}, 60_000)

test('an answer that comes late does not take the place of a newer one', async () => {
  const page = await browser.visitor(site.url)
  await page.goto('/needs')
  await page.route(/q=water/, async (route) => {
    await new Promise((done) => setTimeout(done, 1_500))
    await route.continue().catch(() => {})
  })
  await page.fill('#search', 'water')
  await page.locator('[data-follows-search=results][aria-busy=true]').waitFor()
  await page.fill('#search', 'clinic 7')
  await page.locator('.posting-card mark').first().waitFor()
  await page.waitForTimeout(1_600)
  expect(await cards(page).first().textContent()).toBe('Refrigerators for clinic 7')
  expect(await page.locator('[aria-busy]').count()).toBe(0)
}, 60_000)

test('who finds nothing is shown a way on, by keyboard alone', async () => {
  const page = await browser.visitor(site.url)
  await page.goto('/needs?country=KEN')
  await page.focus('#search')
  await page.keyboard.type('watr pmups')
  await finds(page, 0)
  expect(await page.locator('.search-help').textContent()).toMatch(/Did you mean\s+water pumps\?/)
  await page.locator('.search-help a').first().focus()
  await page.keyboard.press('Enter')
  await finds(page, 1)
  expect(await page.inputValue('#search')).toBe('water pumps')
  expect(await page.locator('#results:focus').count()).toBe(1)
})

test('without JavaScript it is a plain form with the same addresses', async () => {
  const page = await browser.visitor(site.url, { javaScriptEnabled: false })
  await page.goto('/needs?country=PER')
  await page.fill('#search', 'market')
  await page.press('#search', 'Enter')
  await page.waitForURL(/\/needs\?q=market&country=PER$/)
  await facet(page, 'sdg:6').click()
  await page.waitForURL(/sdg=6/)
  expect(await cards(page).allTextContents()).toEqual(['Water pumps for a market'])
})
