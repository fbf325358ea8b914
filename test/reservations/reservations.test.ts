import { jest } from '@jest/globals'
import { refrigerators, refrigeratorsNeeded } from '../factories/postings.ts'
import { apiClient, type ApiClient } from '../support/api-client.ts'
import { castFor, type Cast } from '../support/cast.ts'
import { password, type Person } from '../support/people.ts'
import { openSite, type Site } from '../support/site.ts'
import { visitor } from '../support/visitor.ts'

let site: Site
let cast: Cast
let moved = 0
let offerId: string
/** by Wanjiru for thirty, by Hanna for forty: of fifty that are offered */
let thirty: { needId: string; matchId: string }
let forty: { needId: string; matchId: string }

const day = 86_400_000

async function today({ id }: Person): Promise<ApiClient> {
  const { token } = await site.services.tokens.create(id, 'today', site.services.clock.now())
  return apiClient(site.url, token)
}

async function introduced(who: Person, amount: number, title: string) {
  const description = `${title}: solar refrigerators for vaccines in health centres, with training for nurses.`
  const quantity = { amount, unit: 'refrigerators' }
  const need = await who.api.post('/needs', refrigeratorsNeeded({ title, description, quantity }))
  await site.settled()
  const { items } = (await who.api.get(`/needs/${need.body.id}/matches`)).body
  const matchId = items.find((one: { offer: { id: string } }) => one.offer.id === offerId).id
  await who.api.post(`/matches/${matchId}/interest`)
  await cast.ada.api.post(`/matches/${matchId}/interest`)
  await site.settled()
  return { needId: need.body.id as string, matchId: matchId as string }
}

beforeAll(async () => {
  site = await openSite()
  cast = await castFor(site)
  jest.spyOn(site.services.clock, 'now').mockImplementation(() => new Date(Date.now() + moved))
  offerId = (await cast.ada.api.post('/offers', refrigerators())).body.id
  await site.settled()
  thirty = await introduced(cast.wanjiru, 30, 'Refrigerators for Turkana')
  forty = await introduced(cast.hanna, 40, 'Refrigerators for Garissa')
})
afterAll(async () => {
  jest.restoreAllMocks()
  await site.close()
})

const reserve = (who: ApiClient, { matchId }: { matchId: string }, amount: number) =>
  who.post(`/matches/${matchId}/reservation`, { amount })
const statusOf = async (path: string) => (await (await today(cast.ada)).get(path)).body.status
const heard = async (who: Person): Promise<string[]> =>
  (await (await today(who)).get('/notifications')).body.items
    .map(({ kind }: { kind: string }) => kind)
    .filter((kind: string) => kind.startsWith('reservation-'))

test('of two needs that reserve at once one gets what it asks for, the other reads what is left', async () => {
  const both = await Promise.all([reserve(cast.wanjiru.api, thirty, 30), reserve(cast.hanna.api, forty, 40)])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  const [winner, loser] = both[0].status === 200 ? [thirty, forty] : [forty, thirty]
  const lost = both.find(({ status }) => status === 409)
  expect(lost?.body.detail).toBe(
    `The reservation is refused: not-enough. ${winner === thirty ? 20 : 10} left.`,
  )
  await site.settled()
  expect((await heard(cast.ada))[0]).toBe('reservation-made')

  const release = { reason: 'amount' }
  expect((await cast.ada.api.post(`/matches/${loser.matchId}/reservation/release`, release)).status).toBe(409)
  expect(
    (await cast.ada.api.post(`/matches/${winner.matchId}/reservation/release`, release)).body,
  ).toMatchObject({
    left: 50,
    reservation: null,
  })
})

test('the other side confirms; an outsider neither sees nor acts; the need is met and the offer tells what is left', async () => {
  expect((await reserve(cast.wanjiru.api, thirty, 30)).body).toMatchObject({
    left: 20,
    unit: 'refrigerators',
  })
  const confirming = `/matches/${thirty.matchId}/reservation/confirmation`
  expect((await cast.luis.api.post(confirming)).status).toBe(404)
  expect((await cast.boris.api.post(confirming)).status).toBe(404)
  expect((await cast.selma.api.post(confirming)).status).toBe(403)
  expect((await cast.wanjiru.api.post(confirming)).status).toBe(409)
  expect((await cast.ada.api.post(confirming)).body.reservation).toMatchObject({ amount: 30, by: 'need' })
  await site.settled()
  expect(await statusOf(`/needs/${thirty.needId}`)).toBe('met')
  expect(await heard(cast.wanjiru)).toContain('reservation-confirmed')
  expect(await heard(cast.luis)).toEqual([])
  const { text } = await visitor(site.url).open(`/offers/${offerId}`)
  expect(text).toContain('30 of 50 refrigerators promised, 20 left')
  expect((await visitor(site.url).open('/offers')).text).toContain('20 of 50 refrigerators left')
})

test('by a browser: what is left is proposed, all of it makes the offer reserved, releasing opens it again', async () => {
  const ada = visitor(site.url)
  await ada.signIn(cast.ada.email, password)
  const path = `/matches/${forty.matchId}`
  expect((await ada.open(path)).text).toContain('value="20"')
  const tooMuch = await ada.submit(`${path}/reservation`, { amount: '21' }, path)
  expect(tooMuch.headers.get('location')).toBe(`${path}?reservation=not-enough#reservation`)
  expect((await ada.open(`${path}?reservation=not-enough`)).text).toContain('What is left: 20 refrigerators.')
  await ada.submit(`${path}/reservation`, { amount: '20' }, path)
  expect(await statusOf(`/offers/${offerId}`)).toBe('reserved')
  await cast.hanna.api.post(`${path}/reservation/confirmation`)
  await site.settled()
  expect(await statusOf(`/offers/${offerId}`)).toBe('fulfilled')
  expect(await statusOf(`/needs/${forty.needId}`)).toBe('partly-met')
  expect((await visitor(site.url).open(`/needs/${forty.needId}`)).text).toContain(
    '20 of 40 refrigerators certain, 20 still needed',
  )

  await cast.hanna.api.post(`${path}/reservation/release`, { reason: 'no-longer-needed' })
  await site.settled()
  expect(await statusOf(`/offers/${offerId}`)).toBe('open')
  expect(await statusOf(`/needs/${forty.needId}`)).toBe('open')
})

test('what nobody confirms is reminded of and lapses, with both sides told once', async () => {
  await reserve(cast.hanna.api, forty, 20)
  moved += 12.5 * day
  await site.settled()
  expect(await heard(cast.ada)).toContain('reservation-lapsing')
  moved += 2 * day
  await site.settled()
  await site.settled()
  for (const who of [cast.ada, cast.hanna])
    expect((await heard(who)).filter((kind) => kind === 'reservation-lapsed')).toHaveLength(1)
  expect((await site.services.offers.find(offerId))?.promises).toMatchObject([{ amount: 30 }])
})

test('its company marks an offer as all given, and takes that back', async () => {
  const ada = visitor(site.url)
  await ada.signIn(cast.ada.email, password)
  await ada.submit(`/offers/${offerId}/fulfilment`, {}, '/account')
  expect(await statusOf(`/offers/${offerId}`)).toBe('fulfilled')
  expect((await ada.open(`/offers/${offerId}`)).text).toContain('Undo: it is not all given')
  await ada.submit(`/offers/${offerId}/fulfilment/undo`, {}, '/account')
  expect(await statusOf(`/offers/${offerId}`)).toBe('open')
})

test('what was reserved in the very instant of an ending can no longer be confirmed', async () => {
  const { clock, offers, introductions } = site.services
  const met = await introduced(cast.wanjiru, 5, 'Refrigerators for Wajir')
  const wanjiru = await today(cast.wanjiru)
  expect((await reserve(wanjiru, met, 1)).status).toBeLessThan(300)
  const word = { accountId: cast.ada.id, name: 'Ada', at: clock.now() }
  // The ending without its effects, which would give the reservation back.
  await introductions.end(met.matchId, { ...word, side: 'offer', reason: 'terms' }, [])

  const answer = await (await today(cast.ada)).post(`/matches/${met.matchId}/reservation/confirmation`)

  expect([answer.status, answer.body.detail]).toEqual([409, expect.stringContaining('not-introduced')])
  const promise = (await offers.find(offerId))?.promises?.find(({ matchId }) => matchId === met.matchId)
  expect(promise?.confirmedAt).toBeNull()
})
