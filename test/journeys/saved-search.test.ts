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

const tents = (title: string, about: string) =>
  refrigerators({ title, description: about, countries: ['PER'], sdgs: [11], quantity: undefined })

test('a search is saved; what fits it rings while one looks, under the rule’s name, until the rule is deleted', async () => {
  const known = tents(
    'Family tents for the highlands',
    'Sixty tents of canvas with stoves, for nights below zero.',
  )
  await cast.ada.api.post('/offers', known)
  await site.settled()
  const lima = await browser.signedIn(site.url, cast.luis.email)

  await lima.goto('/offers')
  await lima.fill('input[name=q]', 'tents')
  await lima.press('input[name=q]', 'Enter')
  await lima.waitForURL(/q=tents/)
  await lima.click('.facets a:has-text("Peru")')
  await lima.waitForURL(/country=PER/)
  await lima.click('text=Alert me of new ones')
  await lima.waitForURL(/\/alerts\/rules\/new/)
  expect(await lima.inputValue('input[name=name]')).toBe('tents, Peru')
  await lima.fill('input[name=name]', 'Shelter for Peru')
  await lima.click('main form button[type=submit]')
  await lima.waitForURL(/\/alerts\/rules\?saved=/)
  expect(await lima.textContent('[role=status]')).toContain('Saved as “Shelter for Peru”')

  await lima.goto('/alerts')
  await lima.waitForSelector('.connection[data-connected]')
  const rows = lima.locator('.alert-row')
  expect(await rows.count()).toBe(0)
  await cast.boris.api.post(
    '/offers',
    tents(
      'Large tents for classrooms',
      'Eight tents with wooden floors, each for forty pupils and a teacher.',
    ),
  )
  await rows.first().waitFor()
  expect(await rows.first().textContent()).toMatch(
    /Large tents for classrooms.*Your alert rule “Shelter for Peru”/s,
  )

  await lima.goto('/alerts/rules')
  await lima.click('.rule >> text=Shelter for Peru')
  await lima.waitForURL(/\/offers\?q=tents&country=PER/)
  expect(await lima.locator('.posting-card').count()).toBe(2)
  await lima.goto('/alerts/rules')
  await lima.click('.rule summary')
  await lima.click('.rule details button')
  await lima.waitForURL(/removed=/)
  expect(await lima.textContent('main')).toContain('No rules yet')

  await cast.ada.api.post(
    '/offers',
    tents(
      'Tents for field hospitals',
      'Three inflatable tents with lights and heating, for surgery in the field.',
    ),
  )
  await site.settled()
  await lima.goto('/offers?q=tents&country=PER')
  expect(await lima.locator('.posting-card').count()).toBe(3)
  await lima.goto('/alerts')
  expect(await rows.count()).toBe(1)
}, 60_000)
