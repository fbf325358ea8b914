import type { Page } from 'playwright-core'
import { refrigeratorsNeeded } from '../factories/postings.ts'
import { company } from '../factories/organisations.ts'
import { openBrowser } from '../support/browser.ts'
import { castFor, type Cast } from '../support/cast.ts'
import { person } from '../support/people.ts'
import { openSite, type Site } from '../support/site.ts'

let site: Site
let cast: Cast
let browser: Awaited<ReturnType<typeof openBrowser>>

beforeAll(async () => {
  site = await openSite()
  cast = await castFor(site)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

const rows = (page: Page) => page.locator('.alert-row')

/** Fills the form for an offer of refrigerators the way a person does. */
async function postOffer(page: Page, title: string): Promise<void> {
  await page.goto('/offers/new')
  await page.fill('[name=title]', title)
  await page.fill(
    '[name=description]',
    `${title}. Sixty litres each, solar direct drive, delivered with installation guides for health centres.`,
  )
  await page.check('[name=contributionTypes][value=in-kind-goods]')
  await page.check('[name=sdgs][value="3"]')
  await page
    .locator('details:has([name=countries][value=KEN])')
    .first()
    .evaluate((element) => element.setAttribute('open', ''))
  await page.check('[name=countries][value=KEN]')
  await page.selectOption('[name="inKind.condition"]', 'new')
  await page.selectOption('[name="inKind.freightPaidBy"]', 'company')
  await page.selectOption('[name="inKind.customsBy"]', 'entity')
  await page.fill('[name="inKind.consignee"]', 'UNICEF Kenya, central vaccine store, Nairobi')
  await page.click('main form button[type=submit] >> nth=0')
  await page.waitForURL(/\/offers\/[0-9a-f]{24}(\?|$)/)
}

test('a company posts; the office in Kenya sees it while it looks, the one in Peru does not', async () => {
  await cast.wanjiru.api.post('/needs', refrigeratorsNeeded())
  await site.settled()
  const nairobi = await browser.signedIn(site.url, cast.wanjiru.email)
  const lima = await browser.signedIn(site.url, cast.luis.email)
  await nairobi.goto('/alerts')
  await lima.goto('/alerts')
  await nairobi.waitForSelector('[data-connected=true], .connection[data-connected]')
  const acme = await browser.signedIn(site.url, cast.ada.email)

  await postOffer(acme, 'Fifty solar vaccine refrigerators')

  await rows(nairobi).first().waitFor()
  expect(await rows(nairobi).first().textContent()).toContain('Fifty solar vaccine refrigerators')
  expect(await nairobi.locator('[data-unread]').first().textContent()).toContain('1')
  await acme.reload()
  expect(await acme.textContent('main')).toMatch(/Cleared/)
  expect(await rows(lima).count()).toBe(0)

  await nairobi.reload()
  expect(await rows(nairobi).count()).toBe(1)
  expect(await rows(nairobi).first().textContent()).toContain('Fifty solar vaccine refrigerators')

  await nairobi.click('.alert-row button')
  await nairobi.waitForLoadState()
  await nairobi.reload()
  expect(await nairobi.locator('.alert-row-unread').count()).toBe(0)
}, 90_000)

test('what came while the browser was off line is there at once when it is back', async () => {
  const nairobi = await browser.signedIn(site.url, cast.wanjiru.email)
  await nairobi.goto('/alerts')
  await nairobi.waitForSelector('.connection[data-connected]')
  const before = await rows(nairobi).count()
  await nairobi.context().setOffline(true)
  const boris = await browser.signedIn(site.url, cast.boris.email)
  await postOffer(boris, 'Thirty solar refrigerators for vaccines, installed')
  await site.settled()
  await nairobi.context().setOffline(false)
  await rows(nairobi).filter({ hasText: 'Thirty solar refrigerators' }).waitFor({ timeout: 30_000 })
  expect(await rows(nairobi).count()).toBe(before + 1)
}, 90_000)

test('a held offer waits for the screening officer, who clears it with a reason; then it rings in Nairobi', async () => {
  const leaf = await person(
    site,
    'Lena',
    company('Leaf and Smoke', { industry: '1200', revenueShares: { '1200': 80 } }),
  )
  const lena = await browser.signedIn(site.url, leaf.email)
  await postOffer(lena, 'Ten solar vaccine refrigerators from a leaf company')
  await site.settled()
  await lena.reload()
  expect(await lena.textContent('main')).toMatch(/Held/)
  const offerUrl = lena.url()

  const nairobi = await browser.signedIn(site.url, cast.wanjiru.email)
  expect((await nairobi.goto(offerUrl))?.status()).toBe(404)
  await nairobi.goto('/alerts')
  await nairobi.waitForSelector('.connection[data-connected]')

  const selma = await browser.signedIn(site.url, cast.selma.email)
  await selma.goto('/screening')
  await selma.click('text=Ten solar vaccine refrigerators from a leaf company')
  expect(await selma.textContent('main')).toMatch(/tobacco/i)
  await selma.check('[name=verdict][value=cleared]')
  await selma.fill('[name=reason]', 'The tobacco business was sold last year; papers are on file.')
  await selma.click('main form:has([name=reason]) button[type=submit]')
  await selma.waitForLoadState()

  await rows(nairobi).filter({ hasText: 'from a leaf company' }).waitFor()
  await lena.goto('/alerts')
  expect(await rows(lena).first().textContent()).toMatch(/Cleared/i)
  expect(await lena.textContent('body')).not.toContain('papers are on file')
}, 90_000)
