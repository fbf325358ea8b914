import { newId } from '../../server/records/new-id.ts'
import { refrigerators } from '../factories/postings.ts'
import { openBrowser } from '../support/browser.ts'
import { castFor, type Cast } from '../support/cast.ts'
import { person, type Person } from '../support/people.ts'
import { openSite, type Site } from '../support/site.ts'

let site: Site
let cast: Cast
let root: Person
let browser: Awaited<ReturnType<typeof openBrowser>>

beforeAll(async () => {
  site = await openSite()
  cast = await castFor(site)
  root = await person(site, 'Root', cast.selma.organisation, ['administrator'])
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

/** An alert that could not be told last night, as its offer was not there yet. */
async function leaveBroken(): Promise<() => Promise<unknown>> {
  const organisations = site.services.connection.collection<{ _id: string }>('organisations')
  const effect = { id: newId(), kind: 'unheard-of', at: new Date(), data: {} }
  await organisations.updateOne({ _id: cast.boris.organisation.id }, { $push: { effects: effect } } as never)
  await site.settled()
  const mended = { 'effects.$.kind': 'organisation-added', 'effects.$.data': { organisationId: 'nobody' } }
  return () => organisations.updateOne({ 'effects.id': effect.id }, { $set: mended })
}

test('an administrator sees what waits, has it tried again, makes an officer, and reads it all in the audit', async () => {
  const tobacco = {
    title: 'Cigarettes for volunteers',
    description: 'We produce tobacco and give cigarettes.',
  }
  await cast.ada.api.post('/offers', refrigerators(tobacco))
  const mend = await leaveBroken()
  const page = await browser.signedIn(site.url, root.email)

  await page.click('.desk-nav >> text=Administration')
  await page.waitForURL('**/admin')
  expect(await page.textContent('.lead')).toBe(
    'Something waits for you. Each figure leads to where it is looked after.',
  )
  const concern = (label: string) => page.locator('.desk-concern', { hasText: label })
  expect(await concern('held offers').locator('strong').textContent()).toBe('1')
  expect(await concern('failed effects').locator('strong').textContent()).toBe('1')

  await concern('failed effects').locator('a').click()
  await page.waitForURL('**/admin/processing')
  expect(await page.textContent('main')).toContain('Nobody knows the effect unheard-of')
  await mend()
  await page.click('text=Try again now')
  await page.waitForURL(/done=retried/)
  expect(await page.textContent('[role=status]')).toContain('Whatever rested is being tried again.')
  await site.settled()
  await page.reload()
  expect(await page.textContent('main')).toContain('Nothing fails.')

  await page.click('.tabs >> text=Accounts')
  await page.fill('input[name=q]', 'hann')
  await page.press('input[name=q]', 'Enter')
  await page.click('table >> text=Hanna')
  await page.check('input[value=screener]')
  await page.fill('textarea[name=reason]', 'She screens for UNICEF from today.')
  await page.click('text=Change the roles')
  await page.waitForURL(/done=roles/)
  const hanna = await browser.signedIn(site.url, cast.hanna.email)
  await hanna.click('.desk-nav >> text=Screening')
  expect(await hanna.textContent('main')).toContain('Cigarettes for volunteers')

  await site.settled()
  await page.click('text=What this person did')
  await page.click('.tabs >> text=Audit')
  await page.selectOption('select[name=act]', 'change-roles')
  await page.click('.desk-filter button')
  const entry = page.locator('.audit > li').first()
  expect(await entry.textContent()).toMatch(
    /Roles changed.*Root.*Account: Hanna.*Roles:.*member.*member, screener.*Reason:.*from today/s,
  )
}, 60_000)
