import type { Page } from 'playwright-core'
import { refrigerators } from '../factories/postings.ts'
import { openBrowser } from '../support/browser.ts'
import { castFor, type Cast } from '../support/cast.ts'
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

/** Fills the form for a need of refrigerators the way a person does; leads to the need's page. */
async function postNeed(page: Page, title: string, amount: number): Promise<void> {
  await page.goto('/needs/new')
  await page.fill('[name=title]', title)
  await page.fill(
    '[name=description]',
    `${title}: solar refrigerators for vaccines in health centres without mains power.`,
  )
  await page.check('[name=contributionTypes][value=in-kind-goods]')
  await page.check('[name=sdgs][value="3"]')
  await page
    .locator('details:has([name=countries][value=KEN])')
    .first()
    .evaluate((element) => element.setAttribute('open', ''))
  await page.check('[name=countries][value=KEN]')
  await page.fill('[name="quantity.amount"]', String(amount))
  await page.fill('[name="quantity.unit"]', 'refrigerators')
  await page.getByRole('button', { name: 'Publish' }).click()
  await page.waitForURL(/\/needs\/[0-9a-f]{24}/)
}

/** From the need's page to its match, where interest is shown. */
async function showInterest(page: Page): Promise<string> {
  await site.settled()
  await page.reload()
  await page.locator('main a[href^="/matches/"]').first().click()
  await page.getByRole('button', { name: 'Show interest' }).click()
  await page.waitForLoadState()
  return new URL(page.url()).pathname
}

test('an entity comes from a need to an introduction; of two who reserve at once one is told what is left', async () => {
  await cast.ada.api.post('/offers', refrigerators())
  const hanna = await browser.signedIn(site.url, cast.hanna.email)
  const wanjiru = await browser.signedIn(site.url, cast.wanjiru.email)
  await postNeed(hanna, 'Refrigerators for Garissa', 40)
  await postNeed(wanjiru, 'Refrigerators for Turkana', 30)
  const [garissa, turkana] = [await showInterest(hanna), await showInterest(wanjiru)]
  for (const match of [garissa, turkana]) await cast.ada.api.post(`${match}/interest`)
  await site.settled()

  await Promise.all([hanna.goto(garissa), wanjiru.goto(turkana)])
  expect(await hanna.inputValue('[name=amount]')).toBe('40')
  expect(await wanjiru.inputValue('[name=amount]')).toBe('30')
  const reserve = (page: Page) =>
    page
      .getByRole('button', { name: 'Reserve' })
      .click()
      .then(() => page.waitForURL(/reservation=/))
  await Promise.all([reserve(hanna), reserve(wanjiru)])
  const said = await Promise.all([hanna, wanjiru].map((page) => page.locator('#reservation').innerText()))
  const [winner, loser] = said[0]?.includes('Reserved. The other side') ? [hanna, wanjiru] : [wanjiru, hanna]
  const left = winner === hanna ? 10 : 20
  expect(await winner.locator('#reservation').innerText()).toContain('Reserved. The other side has been told')
  expect(await loser.locator('#reservation').innerText()).toContain(`What is left: ${left} refrigerators.`)
  expect(await loser.inputValue('[name=amount]')).toBe(String(left))

  const acme = await browser.signedIn(site.url, cast.ada.email)
  await acme.goto(winner === hanna ? garissa : turkana)
  await acme.getByRole('button', { name: 'Confirm', exact: true }).click()
  await acme.waitForURL(/reservation=confirmed/)
  await site.settled()
  await winner.reload()
  expect(await winner.locator('#reservation').innerText()).toContain('Confirmed on')

  const lima = await browser.signedIn(site.url, cast.luis.email)
  expect((await lima.goto(garissa))?.status()).toBe(404)
}, 180_000)
