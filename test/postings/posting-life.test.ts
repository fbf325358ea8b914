import { jest } from '@jest/globals'
import { refrigerators, refrigeratorsNeeded } from '../factories/postings.ts'
import { apiClient, type ApiClient } from '../support/api-client.ts'
import { castFor, type Cast } from '../support/cast.ts'
import { password, person, type Person } from '../support/people.ts'
import { openSite, type Site } from '../support/site.ts'
import { visitor } from '../support/visitor.ts'

let site: Site
let cast: Cast
/** Ada's colleague at Acme Cold Chain */
let amir: Person
let moved = 0

const day = 86_400_000
const later = (days: number) => new Date(Date.now() + days * day).toISOString().slice(0, 10)

beforeAll(async () => {
  site = await openSite()
  cast = await castFor(site)
  amir = await person(site, 'Amir', cast.ada.organisation)
  jest.spyOn(site.services.clock, 'now').mockImplementation(() => new Date(Date.now() + moved))
})
beforeEach(async () => {
  moved = 0
})
afterAll(async () => {
  jest.restoreAllMocks()
  await site.close()
})

async function daysPass(days: number): Promise<void> {
  moved += days * day
  await site.settled()
}

/** No two alike, or screening would take the second for a duplicate. */
async function posted(title: string, changes: object = {}): Promise<string> {
  const description = `${title}: sixty litres each, with spare parts and guides for nurses in health centres.`
  const { body } = await cast.ada.api.post('/offers', refrigerators({ title, description, ...changes }))
  await site.settled()
  return body.id
}

/** With a token of these days: one is valid for 90. */
async function today({ id }: Person): Promise<ApiClient> {
  const { token } = await site.services.tokens.create(id, 'today', site.services.clock.now())
  return apiClient(site.url, token)
}

const statusOf = async (id: string) => (await (await today(cast.ada)).get(`/offers/${id}`)).body.status
const toldOf = async (who: Person, id: string): Promise<string[]> =>
  (await (await today(who)).get('/notifications')).body.items
    .filter((item: { offerId?: string; needId?: string }) => (item.offerId ?? item.needId) === id)
    .map(({ kind, title }: { kind: string; title: string }) => `${kind}: ${title}`)
const listed = async () =>
  (await apiClient(site.url).get('/offers')).body.items.map(({ id }: { id: string }) => id)

test('an offer warns its company a week and a day before its end, says when it ends, and is renewed with one click', async () => {
  const id = await posted('Solar cold rooms for clinics', { availableUntil: later(29) })
  await daysPass(20)
  expect((await toldOf(cast.ada, id)).length).toBe(1)
  await daysPass(3)
  await daysPass(0)
  expect((await toldOf(cast.ada, id))[0]).toBe(
    'posting-ending: “Solar cold rooms for clinics” leaves the lists in 7 days unless you renew it',
  )
  await daysPass(6)
  await daysPass(3)
  expect(
    (await toldOf(amir, id)).map((text) => text.replace('“Solar cold rooms for clinics”', 'It')),
  ).toEqual([
    'posting-ended: It has ended; renew it to list it again',
    'posting-ending: It leaves the lists in 1 day unless you renew it',
    'posting-ending: It leaves the lists in 7 days unless you renew it',
    'offer-screened: Your offer It was screened. Cleared.',
  ])
  expect([await statusOf(id), await listed()]).toEqual(['expired', []])
  for (const [outsider, status] of [
    [cast.boris, 404],
    [cast.wanjiru, 403],
  ] as const) {
    expect((await outsider.api.post(`/offers/${id}/renewal`)).status).toBe(status)
    expect((await toldOf(outsider, id)).filter((text) => text.includes('posting-'))).toEqual([])
  }

  const ada = visitor(site.url)
  await ada.signIn(cast.ada.email, password)
  const alerts = await ada.open('/alerts')
  expect(alerts.text).toContain(`formaction="/offers/${id}/renewal"`)
  const answer = await ada.submit(`/offers/${id}/renewal`, {}, '/alerts')
  expect(answer.headers.get('location')).toBe(`/offers/${id}?notice=renewed`)
  await site.settled()
  expect([await statusOf(id), await listed()]).toEqual(['open', [id]])
  expect((await ada.open('/alerts')).text).not.toContain(`formaction="/offers/${id}/renewal"`)

  const again = await amir.api.post(`/offers/${id}/renewal`)
  expect([again.status, again.body.detail]).toEqual([409, expect.stringContaining('already-renewed')])
  const trail = await site.services.audits.of(id)
  expect(trail.map(({ act, actor }) => [act, actor.name])).toEqual([
    ['post', 'Ada'],
    ['renew', 'Ada'],
  ])
  await daysPass(25)
  expect((await toldOf(cast.ada, id)).length).toBe(5)
})

test('a renewal in between cancels the warning that was to come', async () => {
  const id = await posted('Insulated boxes for the last mile', { availableUntil: later(20) })
  await daysPass(14)
  expect((await cast.ada.api.post(`/offers/${id}/renewal`)).status).toBe(200)
  await daysPass(7)
  expect((await toldOf(cast.ada, id)).filter((text) => text.startsWith('posting'))).toHaveLength(1)
  expect(await statusOf(id)).toBe('open')
})

test('a standing offer is asked about every 90 days; unconfirmed it leaves the lists after two weeks, one click brings it back', async () => {
  const id = await posted('Standing offer of cold chain engineers', {
    contributionTypes: ['expertise'],
    inKind: undefined,
    quantity: undefined,
  })
  await daysPass(89)
  expect(await toldOf(cast.ada, id)).toHaveLength(1)
  await daysPass(2)
  expect((await toldOf(cast.ada, id))[0]).toBe(
    'standing-asked: Does your offer “Standing offer of cold chain engineers” still stand?',
  )
  await daysPass(13)
  expect(await listed()).toContain(id)
  await daysPass(2)
  expect(await listed()).not.toContain(id)
  expect(await statusOf(id)).toBe('expired')
  const [first, second] = await Promise.all(
    [cast.ada, amir].map(async (who) => (await today(who)).post(`/offers/${id}/renewal`)),
  )
  expect([first?.status, second?.status].sort()).toEqual([200, 409])
  await site.settled()
  expect(await listed()).toContain(id)
  const asks = (await site.services.audits.of(id)).map(({ act }) => act)
  expect(asks).toEqual(['post', 'ask', 'renew'])
  await daysPass(91)
  expect((await toldOf(cast.ada, id)).filter((text) => text.startsWith('standing'))).toHaveLength(2)
})

test('a need without an end is open for 180 days', async () => {
  const { body: need } = await cast.hanna.api.post(
    '/needs',
    refrigeratorsNeeded({ title: 'Cold boxes for Garissa' }),
  )
  await daysPass(175)
  expect((await toldOf(cast.hanna, need.id))[0]).toContain('in 7 days')
  await daysPass(6)
  expect((await apiClient(site.url).get(`/needs/${need.id}`)).body.status).toBe('expired')
  expect((await (await today(cast.luis)).post(`/needs/${need.id}/renewal`)).status).toBe(403)
  expect((await (await today(cast.hanna)).post(`/needs/${need.id}/renewal`)).body.status).toBe('open')
})

test('a withdrawal is undone for a day: the match and the interest in it are there again', async () => {
  const { body: need } = await cast.wanjiru.api.post('/needs', refrigeratorsNeeded())
  const id = await posted('Fifty solar vaccine refrigerators')
  const [match] = (await cast.wanjiru.api.get('/matches')).body.items.filter(
    ({ offer }: { offer: { id: string } }) => offer.id === id,
  )
  await cast.wanjiru.api.post(`/matches/${match.id}/interest`)
  const ada = visitor(site.url)
  await ada.signIn(cast.ada.email, password)
  await ada.submit(`/offers/${id}/withdrawal`, {})
  await site.settled()
  const page = await ada.open(`/offers/${id}?notice=withdrawn`)
  expect(page.text).toContain('For 24 hours you can undo it')
  expect(page.text).toContain(`action="/offers/${id}/withdrawal/undo"`)
  expect((await cast.wanjiru.api.get(`/matches/${match.id}`)).status).toBe(404)
  expect((await cast.boris.api.delete(`/offers/${id}/withdrawal`)).status).toBe(404)

  const [first, second] = await Promise.all(
    [cast.ada, amir].map(({ api }) => api.delete(`/offers/${id}/withdrawal`)),
  )
  expect([first?.status, second?.status].sort()).toEqual([200, 409])
  await site.settled()
  const { items } = (await cast.wanjiru.api.get(`/needs/${need.id}/matches`)).body
  expect(items).toContainEqual(expect.objectContaining({ id: match.id, status: 'interest' }))

  await cast.ada.api.post(`/offers/${id}/withdrawal`)
  await daysPass(2)
  expect((await cast.ada.api.delete(`/offers/${id}/withdrawal`)).status).toBe(409)
  expect((await ada.open(`/offers/${id}`)).text).not.toContain('withdrawal/undo')
})

test('a need is marked as met by hand, and that is undone', async () => {
  const { body: need } = await cast.hanna.api.post(
    '/needs',
    refrigeratorsNeeded({ title: 'Cold boxes for Wajir' }),
  )
  const hanna = visitor(site.url)
  await hanna.signIn(cast.hanna.email, password)
  const met = await hanna.submit(`/needs/${need.id}/fulfilment`, {}, `/needs/${need.id}`)
  expect(met.headers.get('location')).toBe(`/needs/${need.id}?notice=met`)
  await site.settled()
  const stranger = apiClient(site.url)
  expect((await stranger.get(`/needs/${need.id}`)).body.status).toBe('met')
  expect((await stranger.get('/needs?status=met')).body.items).toMatchObject([{ id: need.id }])
  expect((await cast.hanna.api.post(`/needs/${need.id}/fulfilment`)).status).toBe(409)
  const back = await hanna.submit(`/needs/${need.id}/fulfilment/undo`, {}, `/needs/${need.id}`)
  expect(back.headers.get('location')).toBe(`/needs/${need.id}?notice=undone`)
  expect((await stranger.get(`/needs/${need.id}`)).body.status).toBe('open')
})
