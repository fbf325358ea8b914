import type { Page } from 'playwright-core'
import { openBrowser } from '../support/browser.ts'
import { castFor, type Cast } from '../support/cast.ts'
import { openSite, type Site } from '../support/site.ts'
import { introduced, matched, type Pair } from '../introductions/introduced.ts'

let site: Site
let cast: Cast
let browser: Awaited<ReturnType<typeof openBrowser>>
let nairobi: Page
let pair: Pair

beforeAll(async () => {
  site = await openSite()
  cast = await castFor(site)
  browser = await openBrowser()
  nairobi = await browser.signedIn(site.url, cast.wanjiru.email)
}, 60_000)
afterAll(async () => {
  await browser.close()
  await site.close()
})

const alertOf = (text: string) => nairobi.locator('.alert-row').filter({ hasText: text }).first()
const onAlerts = async () => {
  await nairobi.goto('/alerts')
  await nairobi.waitForSelector('.connection[data-connected]')
}

test('in the morning an alert comes in; it does not fit, and the office says why', async () => {
  await onAlerts()
  pair = await matched(site, cast, 'Mandera')
  await alertOf('Mandera, fifty').waitFor()
  await alertOf('Mandera, fifty').locator('h2 a').click()
  await nairobi.waitForURL(/\/matches\//)
  await nairobi.click('summary:has-text("Not relevant")')
  await nairobi.check('[name=reason][value=other-place]')
  await nairobi.click('form[action$=dismissal] button')
  await nairobi.waitForLoadState()
  const page = await nairobi.textContent('main')
  expect(page).toContain('It does not reach the right place')
  expect(page).not.toContain('Show interest')
}, 60_000)

test('at noon a company asks about the need; the office answers, and everybody reads it', async () => {
  await onAlerts()
  const boris = await browser.signedIn(site.url, cast.boris.email)
  await boris.goto(`/needs/${pair.needId}`)
  await boris.fill('#questions textarea', 'Is there a road for lorries in April?')
  await boris.reload()
  expect(await boris.inputValue('#questions textarea')).toBe('Is there a road for lorries in April?')
  await boris.click('#questions form button')
  await boris.waitForURL(/question=asked/)

  await alertOf('A company asks').locator('h2 a').click()
  await nairobi.waitForURL(/\/needs\//)
  await nairobi.fill('#questions textarea', 'There is, until the rains. See https://example.org/roads')
  await nairobi.click('#questions form:has(textarea) button')
  await nairobi.waitForURL(/question=answered/)

  const anybody = await browser.visitor(site.url, { viewport: { width: 390, height: 844 }, locale: 'ar' })
  await anybody.goto(`/needs/${pair.needId}`)
  const questions = await anybody.locator('#questions').textContent()
  expect(questions).toContain('سألت شركة')
  expect(questions).toContain('There is, until the rains.')
  expect(questions).not.toMatch(/Boris|Borealis/)
  expect(await anybody.locator('#questions a[href="https://example.org/roads"]').count()).toBe(1)
}, 60_000)

test('in the afternoon the office talks with a company it was introduced to, and both read as the other writes', async () => {
  const { matchId } = await introduced(site, cast, 'Kakuma')
  const acme = await browser.signedIn(site.url, cast.ada.email)
  await acme.goto('/introductions')
  await acme.click('.introduction-row h2 a')
  await nairobi.goto(`/introductions/${matchId}`)
  await nairobi.fill('[name=text]', 'Half a thou')
  await nairobi.reload()
  expect(await nairobi.inputValue('[name=text]')).toBe('Half a thou')
  await nairobi.fill('[name=text]', 'When could you\ndeliver?')
  await nairobi.click('form:has([name=text]) button')
  await acme.locator('.message').filter({ hasText: 'When could you' }).waitFor()
  expect(await nairobi.inputValue('[name=text]')).toBe('')

  await acme.fill('[name=text]', 'In three weeks <from> Mombasa.')
  await acme.keyboard.press('Tab')
  await acme.keyboard.press('Enter')
  await nairobi.locator('.message').filter({ hasText: 'In three weeks <from> Mombasa.' }).waitFor()
  expect(await nairobi.locator('.message').count()).toBe(2)
  await nairobi.reload()
  expect(await nairobi.locator('.message').count()).toBe(2)
}, 60_000)
