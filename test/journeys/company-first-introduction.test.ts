import type { Page } from 'playwright-core'
import { refrigeratorsNeeded } from '../factories/postings.ts'
import { newPassword } from '../factories/registrations.ts'
import { openBrowser } from '../support/browser.ts'
import { castFor, type Cast } from '../support/cast.ts'
import { openSite, type Site } from '../support/site.ts'

let site: Site
let cast: Cast
let browser: Awaited<ReturnType<typeof openBrowser>>
/** of a company that nobody here has heard of */
let nadia: Page

const email = 'nadia@baridi.example'
const title = 'Forty solar vaccine refrigerators from Baridi'

beforeAll(async () => {
  site = await openSite({ DEMO: '1' })
  cast = await castFor(site)
  browser = await openBrowser()
  nadia = await browser.visitor(site.url, { locale: 'en' })
  await cast.wanjiru.api.post('/needs', refrigeratorsNeeded())
}, 60_000)
afterAll(async () => {
  await browser.close()
  await site.close()
})

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()
/** Waits until it stands on the page. */
const reads = (page: Page, text: string) => page.locator('main').getByText(text).first().waitFor()

test('a company registers, finds the mail that asks for its confirmation, and signs in', async () => {
  await nadia.goto('/')
  await nadia.getByRole('link', { name: 'Register', exact: true }).first().click()
  await nadia.getByLabel('Name of the company').fill('Baridi Cold Stores')
  await nadia.getByLabel('Country of its seat').selectOption('KEN')
  await press(nadia, 'Continue')

  await nadia.getByLabel('Your name').fill('Nadia Nassar')
  await nadia.getByLabel('Your e-mail at work').fill(email)
  await nadia.getByLabel('Password').fill(newPassword)
  expect(await nadia.getByLabel('Name of the company').inputValue()).toBe('Baridi Cold Stores')
  expect(await nadia.getByLabel('Country of its seat').inputValue()).toBe('KEN')
  await nadia.getByLabel('Main activity: Type to shorten the list').fill('2819')
  await nadia.getByRole('radio', { name: /^2819 / }).check()
  await nadia.getByLabel('These answers are true and complete').check()
  await press(nadia, 'Register')
  expect(await nadia.getByRole('alert').innerText()).toContain('What a partnership is not')
  await nadia.getByLabel('I understand that a partnership is not related to procurement').check()
  await nadia.getByLabel('Password').fill(newPassword)
  await press(nadia, 'Register')
  await nadia.waitForURL(/register\/sent/)

  await site.settled()
  await site.services.postman.settled()
  await nadia.getByRole('link', { name: /outbox/ }).click()
  const mail = nadia.locator('main details').filter({ hasText: email })
  expect(await mail.innerText()).toContain('Baridi Cold Stores')
  // the link names the address that the site is told it has, which a site on a free port does not know
  const link = new URL((await mail.getByRole('link').first().getAttribute('href')) ?? '')
  await nadia.goto(link.pathname + link.search)
  await nadia.getByLabel('Password').fill(newPassword)
  await press(nadia, 'Confirm and sign in')
  await nadia.waitForURL(/\/account/)
  await reads(nadia, 'Baridi Cold Stores')

  await nadia.locator('summary', { hasText: 'Nadia Nassar' }).click()
  await press(nadia, 'Sign out')
  await nadia.getByRole('link', { name: 'Sign in', exact: true }).first().click()
  await nadia.getByLabel('E-mail').fill(email)
  await nadia.getByLabel('Password').fill(newPassword)
  await press(nadia, 'Sign in')
  await nadia.locator('summary', { hasText: 'Nadia Nassar' }).waitFor()
}, 90_000)

test('it writes an offer, leaves it as a draft, sees before publishing what would come of it, and is cleared', async () => {
  await nadia.locator('summary', { hasText: 'Nadia Nassar' }).click()
  await nadia.getByRole('link', { name: 'Post an offer' }).first().click()
  await nadia.getByLabel('Title').fill(title)
  await nadia
    .getByLabel('Description')
    .fill('Forty new solar refrigerators for vaccines, with installation for health centres without power.')
  await press(nadia, 'Save as draft')
  await nadia.waitForURL(/\/offers\/[0-9a-f]{24}/)
  const [offer = ''] = /\/offers\/[0-9a-f]{24}/.exec(nadia.url()) ?? []
  const stranger = await browser.visitor(site.url)
  expect((await stranger.goto(offer))?.status()).toBe(404)

  await nadia.getByRole('link', { name: 'Edit', exact: true }).click()
  expect(await nadia.getByLabel('Title').inputValue()).toBe(title)
  await nadia.getByRole('checkbox', { name: 'Goods in kind' }).check()
  await nadia.getByRole('checkbox', { name: /good health/i }).check()
  await nadia.locator('summary', { hasText: /^\s*Countries/ }).click()
  await nadia.getByLabel('Kenya', { exact: true }).check()
  await press(nadia, 'Preview')
  await reads(nadia, 'it would come back to you to be completed')
  await reads(nadia, '1 open need fits now.')

  await nadia.getByRole('link', { name: 'Go on editing' }).click()
  await nadia.getByLabel('Condition of the goods').selectOption({ label: 'New' })
  await nadia.getByLabel('Who pays the freight?').selectOption({ label: 'The company' })
  await nadia.getByLabel('Who handles customs?').selectOption({ label: 'The UN entity' })
  await nadia.getByLabel('Who receives the goods?').fill('UNICEF Kenya, central vaccine store, Nairobi')
  await press(nadia, 'Preview')
  await reads(nadia, 'the rules would clear it')
  await press(nadia, 'Publish')
  await site.settled()
  await nadia.goto(offer)
  expect(await nadia.locator('.posting-by').innerText()).toMatch(/\bOpen\b/)
  expect((await stranger.goto(offer))?.status()).toBe(200)
  expect(await stranger.content()).not.toContain(email)
}, 90_000)

test('an office is interested; so is the company; they see one another’s contacts and the first word arrives', async () => {
  await nadia.goto('/alerts')
  await nadia.waitForSelector('.connection[data-connected]')
  const wanjiru = await browser.signedIn(site.url, cast.wanjiru.email)
  await wanjiru.goto('/alerts')
  await wanjiru.locator('.alert-row').filter({ hasText: title }).first().locator('h2 a').click()
  await press(wanjiru, 'Show interest')
  await reads(wanjiru, 'Your side has shown interest.')
  expect(await wanjiru.content()).not.toContain(email)

  await nadia
    .locator('.alert-row')
    .filter({ hasText: 'The other side is interested' })
    .locator('h2 a')
    .click()
  await nadia.waitForURL(/\/matches\//)
  expect(await nadia.content()).not.toContain(cast.wanjiru.email)
  await press(nadia, 'Show interest')
  await reads(nadia, cast.wanjiru.email)
  await wanjiru.reload()
  await reads(wanjiru, email)

  await site.settled()
  for (const page of [nadia, wanjiru]) {
    await page.reload()
    await page.getByRole('link', { name: 'Open the conversation' }).click()
    await page.waitForURL(/\/introductions\//)
  }
  await nadia.getByLabel('Your message').fill('We are Baridi of Mombasa. Where shall they go first?')
  await press(nadia, 'Send')
  await wanjiru.locator('.message').filter({ hasText: 'We are Baridi of Mombasa.' }).waitFor()
  const lima = await browser.signedIn(site.url, cast.luis.email)
  expect((await lima.goto(new URL(nadia.url()).pathname))?.status()).toBe(404)
}, 90_000)
