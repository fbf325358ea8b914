import { refrigerators, refrigeratorsNeeded } from '../factories/postings.ts'
import { castFor, type Cast } from '../support/cast.ts'
import { openSite, type Site } from '../support/site.ts'
import { visitor } from '../support/visitor.ts'
import { apiClient } from '../support/api-client.ts'

let site: Site
let cast: Cast

beforeAll(async () => {
  site = await openSite()
  cast = await castFor(site)
  const { ada, boris, wanjiru, luis } = cast
  await apiClient(site.url, wanjiru.token).post('/needs', refrigeratorsNeeded())
  await apiClient(site.url, luis.token).post(
    '/needs',
    refrigeratorsNeeded({ title: 'Pumps for Cusco', countries: ['PER'] }),
  )
  await apiClient(site.url, ada.token).post('/offers', refrigerators())
  const anywhere = {
    title: 'Advice on cold rooms by telephone',
    countries: [],
    contributionTypes: ['expertise'],
  }
  await apiClient(site.url, boris.token).post('/offers', refrigerators({ ...anywhere, inKind: undefined }))
  await site.settled()
})
afterAll(() => site.close())

const page = async (path: string) => (await visitor(site.url).open(path)).text

test('the page of a country shows its needs, what reaches it from anywhere, and its offices; of others nothing', async () => {
  const kenya = await page('/countries/KEN')
  for (const there of [
    'Solar vaccine refrigerators',
    'Fifty solar vaccine',
    'UNICEF Kenya',
    'Eastern Africa',
  ])
    expect(kenya).toContain(there)
  expect(kenya).toContain(
    '1 cleared offer names Kenya or its region. 1 more is for any place, so for Kenya too.',
  )
  expect(kenya).not.toContain('Pumps for Cusco')
  expect(kenya).not.toContain('WFP Peru')
})

test('where nothing is asked the page says so, and still shows what is offered anywhere', async () => {
  const tuvalu = await page('/countries/TUV')
  expect(tuvalu).toContain('No need for Tuvalu is open at the moment.')
  expect(tuvalu).toContain('Advice on cold rooms by telephone')
  expect(tuvalu).not.toContain('Fifty solar vaccine')
  expect(tuvalu).toContain('No office that serves Tuvalu is registered here.')
})

test('it names the country in the language of the reader', async () => {
  expect(await page('/countries/KEN?lang=ar')).toMatch(/<h1><bdi[^>]*>كينيا<\/bdi><\/h1>/)
  expect(await page('/countries/CIV?lang=fr')).toMatch(/<h1><bdi[^>]*>Côte d’Ivoire<\/bdi><\/h1>/)
})

test('its feed, its alert and the way to all of its offers ask for this country', async () => {
  const kenya = await page('/countries/KEN')
  expect(kenya).toContain('href="/needs.atom?country&#x3D;KEN&amp;lang&#x3D;en"')
  expect(kenya).toContain('href="/alerts/rules/new?search&#x3D;%2Fneeds%3Fcountry%3DKEN"')
})

test.each([
  ['/countries/ken', 301, '/countries/KEN'],
  ['/countries/XYZ', 404, null],
  ['/countries/Kenya', 404, null],
])('%s answers %i', async (path, status, location) => {
  const answer = await visitor(site.url).open(path)
  expect([answer.status, answer.headers.get('location')]).toEqual([status, location])
})

test('the index counts by country, and finds one by its name in any language', async () => {
  const all = await page('/countries')
  expect(all).toMatch(/Kenya<\/a>\s*<span class="quiet">1 need<\/span>\s*<span class="quiet">1 offer</)
  expect(all).toContain('1 more cleared offer is for any country.')
  expect(all).toContain('<title>Kenya: 1 need</title>')
  const found = await page(`/countries?q=${encodeURIComponent('كينيا')}`)
  expect(found).toContain('/countries/KEN')
  expect(found).not.toContain('/countries/PER')
  expect(await page('/countries?q=Atlantis')).toContain('No country is called that')
})

test('a company stands with its country only while it is public', async () => {
  await site.services.organisations.add({
    ...cast.ada.organisation,
    id: 'quiet-company-00000000001',
    name: 'Quiet Holdings',
    profile: { ...cast.ada.organisation.profile!, country: 'KEN' },
  })
  await site.settled()
  expect(await page('/countries/KEN')).not.toContain('Quiet Holdings')
})
