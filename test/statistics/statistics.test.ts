import { refrigerators, refrigeratorsNeeded } from '../factories/postings.ts'
import { castFor, type Cast } from '../support/cast.ts'
import { openSite, type Site } from '../support/site.ts'
import { visitor } from '../support/visitor.ts'

let site: Site
let cast: Cast

beforeAll(async () => {
  site = await openSite()
  cast = await castFor(site)
  await cast.ada.api.post('/offers', refrigerators())
  await cast.boris.api.post('/offers', refrigerators({ title: 'Forty refrigerators', inKind: undefined }))
  await cast.hanna.api.post('/needs', refrigeratorsNeeded())
  await site.settled()
  const { body } = await cast.hanna.api.get('/matches')
  await cast.hanna.api.post(`/matches/${body.items[0].id}/interest`, {})
  await site.settled()
})
afterAll(() => site.close())

const json = async (path: string) => JSON.parse((await visitor(site.url).open(path)).text)

test('everybody sees how far offers came, without a name of any company', async () => {
  const { status, text } = await visitor(site.url).open('/statistics')
  expect(status).toBe(200)
  expect(text).toContain('Of 2 offers posted: cleared 1, answered 1, introduced 0, partnerships 0.')
  expect(text).toContain('too few cases (1; at least 5 are needed)')
  expect(text).not.toMatch(/Borealis|Acme/)
})

test('the file says the same', async () => {
  const file = await json('/statistics.json?period=all')
  expect(file.funnel.map(({ step, count }: { step: string; count: number }) => [step, count])).toEqual([
    ['posted', 2],
    ['screened', 2],
    ['cleared', 1],
    ['answered', 1],
    ['introduced', 0],
    ['partnership', 0],
  ])
  expect(file.screening).toMatchObject({ 'cleared-by-rules': 1, returned: 1, refused: 0 })
  expect(file.countries).toEqual([{ code: 'KEN', offers: 1, needs: 1 }])
  expect(file.period).toBe('all')
})

test('the table has one figure to a row', async () => {
  const { text, headers } = await visitor(site.url).open('/statistics.csv?period=this-year')
  expect(headers.get('content-disposition')).toMatch(/statistics-this-year-\d{4}-\d\d-\d\d\.csv/)
  const lines = text.split('\r\n')
  expect(lines[0]?.replace('\uFEFF', '')).toBe('group,key,measure,value')
  expect(lines).toEqual(
    expect.arrayContaining(['funnel,cleared,count,1', 'sdgs,3,needs,1', 'needs,open,count,1']),
  )
})

test('a period that nobody knows is the last twelve months', async () => {
  expect((await json('/statistics.json?period=soon')).period).toBe('12-months')
})

test('the entities that were asked stand with their answers, medians only of enough of them', async () => {
  const { text } = await visitor(site.url).open('/statistics')
  expect(text).toMatch(/Entities were asked about cleared offers \d+ times; answered in time: too few to say/)
  expect(text).toMatch(/<bdi>United Nations Children’s Fund<\/bdi><\/a><\/th>\s*<td>1<\/td>\s*<td>1<\/td>/)
  const { entities } = await json('/statistics.json')
  const unicef = entities.find(({ code }: { code: string }) => code === cast.hanna.organisation.id)
  expect(unicef).toMatchObject({ asked: 1, answeredInTime: 1, rate: null, medianDays: null, cases: 1 })
})

test('a need without an end is over after half a year, in the figures as on its page', async () => {
  const { needs } = site.services
  const [need] = await needs.ofOrganisations([cast.hanna.organisation.id])
  const old = { publishedAt: new Date(need!.createdAt.getTime() - 200 * 86_400_000) }
  await site.services.connection
    .collection<{ _id: string }>('needs')
    .updateOne({ _id: need!.id }, { $set: old })
  expect((await json('/statistics.json?period=12-months')).needs).toMatchObject({ open: 1 })
  site.services.clock.now = () => new Date(Date.now() + 61_000)
  expect((await json('/statistics.json?period=12-months')).needs).toMatchObject({ open: 0, expired: 1 })
})
