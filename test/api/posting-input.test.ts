import { refrigerators, refrigeratorsNeeded } from '../factories/postings.ts'
import { apiClient } from '../support/api-client.ts'
import { company } from '../factories/organisations.ts'
import { person } from '../support/people.ts'
import { castFor, type Cast } from '../support/cast.ts'
import { openSite, type Site } from '../support/site.ts'

let site: Site
let cast: Cast

beforeAll(async () => {
  site = await openSite()
  cast = await castFor(site)
})
afterAll(() => site.close())

const long = (length: number) => 'x'.repeat(length)

describe('a field that can’t be taken is named in a 422', () => {
  const wrong: [string, Record<string, unknown>][] = [
    ['title', { title: undefined }],
    ['title', { title: 42 }],
    ['title', { title: 'Four' }],
    ['title', { title: long(161) }],
    ['title', { title: '        ' }],
    ['description', { description: undefined }],
    ['description', { description: 'Too short' }],
    ['description', { description: long(10_001) }],
    ['language', { language: 'xx' }],
    ['language', { language: undefined }],
    ['contributionTypes', { contributionTypes: undefined }],
    ['contributionTypes', { contributionTypes: [] }],
    ['contributionTypes', { contributionTypes: ['gold'] }],
    ['contributionTypes', { contributionTypes: 'cash' }],
    ['sdgs', { sdgs: [18] }],
    ['sdgs', { sdgs: ['3'] }],
    ['sdgs', { sdgs: [3.5] }],
    ['sdgTargets', { sdgTargets: ['3.99'] }],
    ['countries', { countries: ['Kenya'] }],
    ['countries', { countries: ['XXX'] }],
    ['regions', { regions: ['999'] }],
    ['industry', { industry: '99999' }],
    ['quantity.amount', { quantity: { amount: -1, unit: 'boxes' } }],
    ['quantity.unit', { quantity: { amount: 1 } }],
    ['value.currency', { value: { amount: 1, currency: 'dollars' } }],
    ['value.currency', { value: { amount: 1, currency: 'ZZZ' } }],
    ['title', { title: 'Half a character \ud83d' }],
    ['constructor', { constructor: 1 }],
    ['availableFrom', { availableFrom: 'tomorrow' }],
    ['availableUntil', { availableUntil: '2020-01-31' }],
    ['availableUntil', { availableFrom: '2090-02-01', availableUntil: '2090-01-01' }],
    ['inKind.condition', { inKind: { condition: 'broken' } }],
    ['inKind.shelfLifeUntil', { inKind: { shelfLifeUntil: '2020-01-01' } }],
    ['inKind.colour', { inKind: { colour: 'red' } }],
    ['urgency', { urgency: 'weeks' }],
    ['status', { status: 'open' }],
    ['revision', { revision: 7 }],
    ['organisationId', { organisationId: 'somebody-else' }],
    ['screening', { screening: { verdict: 'cleared' } }],
    ['decision', { decision: { verdict: 'cleared' } }],
    ['$where', { $where: 'sleep(1000)' }],
  ]

  test.each(wrong)('%s in %j', async (field, change) => {
    const { status, headers, body } = await cast.ada.api.post('/offers', refrigerators(change))
    expect(status).toBe(422)
    expect(headers.get('content-type')).toContain('application/problem+json')
    expect(body).toMatchObject({ status: 422, title: expect.any(String), detail: expect.any(String) })
    expect(body.errors.map((error: { field: string }) => error.field)).toContain(field)
    expect(body.errors.every((error: { message: string }) => !error.message.includes(':'))).toBe(true)
  })

  test('an urgency that does not exist, for a need', async () => {
    const { status, body } = await cast.hanna.api.post(
      '/needs',
      refrigeratorsNeeded({ urgency: 'yesterday' }),
    )
    expect([status, body.errors[0].field]).toEqual([422, 'urgency'])
  })

  test('several at once', async () => {
    const { body } = await cast.ada.api.post('/offers', { title: 1, sdgs: 'all', extra: true })
    const fields = body.errors.map((error: { field: string }) => error.field)
    expect(fields).toEqual(
      expect.arrayContaining(['title', 'description', 'sdgs', 'contributionTypes', 'extra']),
    )
  })
})

test('what is no JSON is a 400, what is too large a 413, a list instead of an object a 422', async () => {
  const { api } = cast.ada
  expect((await api.post('/offers', '{"title": ')).status).toBe(400)
  expect((await api.post('/offers', refrigerators({ description: long(300_000) }))).status).toBe(413)
  expect((await api.post('/offers', '[]')).status).toBe(422)
})

test('who may not post is told so before the body is looked at', async () => {
  const stranger = apiClient(site.url)
  const forged = apiClient(site.url, 'not-a-token')
  expect((await stranger.post('/offers', refrigerators())).status).toBe(401)
  expect((await forged.get('/offers')).status).toBe(401)
  expect((await cast.hanna.api.post('/offers', refrigerators())).status).toBe(403)
  expect((await cast.wanjiru.api.post('/offers', refrigerators())).status).toBe(403)
  expect((await cast.ada.api.post('/needs', refrigeratorsNeeded())).status).toBe(403)
  expect((await cast.selma.api.post('/needs', refrigeratorsNeeded())).status).toBe(403)
})

test('an offer is posted, read, and changed by its company alone', async () => {
  const { status, headers, body } = await cast.ada.api.post('/offers', refrigerators())
  expect(status).toBe(201)
  expect(headers.get('location')).toBe(`/api/v1/offers/${body.id}`)
  expect(body).toMatchObject({
    status: 'screening',
    revision: 1,
    organisation: { id: cast.ada.organisation.id, name: 'Acme Cold Chain' },
    title: 'Fifty solar vaccine refrigerators',
    quantity: { amount: 50, unit: 'refrigerators' },
  })
  await site.settled()
  expect((await cast.boris.api.get(`/offers/${body.id}`)).body.status).toBe('open')
  expect((await cast.boris.api.patch(`/offers/${body.id}`, { title: 'Mine now' })).status).toBe(403)
  const changed = await cast.ada.api.patch(`/offers/${body.id}`, {
    title: 'Sixty solar vaccine refrigerators',
  })
  expect(changed.body).toMatchObject({ revision: 2, title: 'Sixty solar vaccine refrigerators', sdgs: [3] })
  expect((await cast.ada.api.patch(`/offers/${body.id}`, { revision: 9 })).status).toBe(422)
  expect((await cast.ada.api.get('/offers/000000000000000000000000')).status).toBe(404)
  expect((await cast.ada.api.get('/offers/__proto__')).status).toBe(404)
})

test('the same Idempotency-Key posts once; another company’s same key is its own', async () => {
  const key = { 'idempotency-key': 'order-4711' }
  const first = await cast.ada.api.post('/offers', refrigerators({ title: 'A pump for the well' }), key)
  const again = await cast.ada.api.post('/offers', refrigerators({ title: 'A pump for the well' }), key)
  const other = await cast.boris.api.post('/offers', refrigerators({ title: 'A pump for the well' }), key)
  expect(again.body.id).toBe(first.body.id)
  expect(other.body.id).not.toBe(first.body.id)
})

test('ten requests with one key at the same moment post once', async () => {
  const key = { 'idempotency-key': 'impatient' }
  const answers = await Promise.all(
    Array.from({ length: 10 }, () =>
      cast.boris.api.post('/offers', refrigerators({ title: 'A second pump' }), key),
    ),
  )
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
})

const hostile = [
  '<script>alert(1)</script> for the clinic',
  '{{constructor.constructor("return 1")()}} lamps',
  '$where and __proto__ and ../../etc/passwd',
  'Right to left \u202e txt.exe pumps \u200f\u2066',
  `One word of ten thousand: ${'ab'.repeat(60)}`,
  'Emoji 👩🏽‍🔬🚰 and \u0000-free text',
  "'; drop table offers; -- \\",
]

test.each(hostile)('hostile text is stored and given back as it is: %s', async (title) => {
  const text = title.replaceAll('\u0000', '')
  const description = `${text} — ${'ab'.repeat(4_900)}`
  const { status, body } = await cast.ada.api.post('/offers', refrigerators({ title: text, description }))
  expect(status).toBe(201)
  const { body: read } = await cast.ada.api.get(`/offers/${body.id}`)
  expect([read.title, read.description]).toEqual([text.trim(), description])
  const page = await (await fetch(`${site.url}/needs?q=${encodeURIComponent(text)}`)).text()
  expect(page).not.toContain('<script>alert(1)</script>')
})

test('a query that makes no sense is a 422 naming the parameter', async () => {
  const { api } = cast.ada
  for (const [query, field] of [
    ['country=XX', 'country'],
    ['sdg=99', 'sdg'],
    ['limit=1000', 'limit'],
    ['status=cleared', 'status'],
    ['colour=red', 'colour'],
    ['cursor=@@@', 'cursor'],
    ['constructor=1', 'constructor'],
  ] as const) {
    const { status, body } = await api.get(`/offers?${query}`)
    expect([query, status, body.errors?.[0]?.field]).toEqual([query, 422, field])
  }
})

test('saving what stands there already is no new revision, so an open offer stays open', async () => {
  const { body } = await cast.boris.api.post(
    '/offers',
    refrigerators({ title: 'Shelves for dispensaries', countries: ['UGA'] }),
  )
  await site.settled()
  const same = await cast.boris.api.patch(`/offers/${body.id}`, {})
  expect(same.body).toMatchObject({ revision: 1, status: 'open' })
  const again = await cast.boris.api.patch(`/offers/${body.id}`, {
    title: 'Shelves for dispensaries',
    countries: ['UGA'],
  })
  expect(again.body).toMatchObject({ revision: 1, status: 'open' })
})

test('the own offers that wait are listed by state, filtered and paged; nobody else lists them', async () => {
  const smoke = await person(site, 'Lena', company('Leaf and Smoke', { revenueShares: { '1200': 80 } }))
  for (const number of [1, 2, 3]) {
    const places = number === 3 ? { countries: ['PER'], sdgs: [4] } : {}
    await smoke.api.post('/offers', refrigerators({ title: `Lot ${number} of the leaf company`, ...places }))
  }
  await site.settled()
  const list = async (query: string) => (await smoke.api.get(`/offers?status=held${query}`)).body
  const first = await list('&limit=2')
  expect([first.total, first.items.length]).toEqual([3, 2])
  const rest = await list(`&limit=2&cursor=${first.nextCursor}`)
  expect([rest.items.length, rest.nextCursor]).toEqual([1, null])
  expect((await list('&country=PER')).items.map(({ title }: { title: string }) => title)).toEqual([
    'Lot 3 of the leaf company',
  ])
  expect((await list('&sdg=17')).total).toBe(0)
  expect((await cast.ada.api.get('/offers?status=held')).body.total).toBe(0)
  expect((await apiClient(site.url).get('/offers?status=held')).status).toBe(401)
})
