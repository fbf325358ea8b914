import { castFor, type Cast } from '../support/cast.ts'
import { person, type Person } from '../support/people.ts'
import { openSite, type Site } from '../support/site.ts'
import { heard, introduced, signedIn, type Pair } from './introduced.ts'

let site: Site
let cast: Cast
let pair: Pair
let alan: Person

beforeAll(async () => {
  site = await openSite()
  cast = await castFor(site)
  alan = await person(site, 'Alan', cast.ada.organisation)
})
afterAll(() => site.close())

const at = (path: string) => `/matches/${pair.matchId}/${path}`
const record = {
  title: 'Cold chain for the health centres of Turkana',
  description: 'Fifty refrigerators are installed, and two nurses of each centre are trained.',
  model: 'core-business',
  startsOn: '2027-02-01',
}
const statuses = (answers: { status: number }[]) => answers.map(({ status }) => status).sort()

describe('an end', () => {
  beforeAll(async () => {
    pair = await introduced(site, cast, 'Garissa')
    await cast.ada.api.post(at('messages'), { text: 'We can deliver in March.' })
  })

  test('needs a reason, and a word where the reason is another', async () => {
    const wanjiru = await signedIn(site, cast.wanjiru)
    const place = `/introductions/${pair.matchId}`
    const form = await wanjiru.submit(`${place}/ending`, { reason: 'other' }, place)
    expect(form.status).toBe(422)
    expect(form.text).toContain('Say in a sentence what the reason is.')
    expect((await cast.wanjiru.api.post(at('ending'), {})).status).toBe(422)
  })

  test('comes from one side, closes the conversation and tells the other; both may still read it', async () => {
    const ended = await cast.wanjiru.api.post(at('ending'), {
      reason: 'timing',
      note: 'Our rains come in March.',
    })
    expect(ended.body).toMatchObject({ status: 'ended', by: 'need', reason: 'timing' })
    await site.settled()
    expect(await heard(cast.ada)).toContain('introduction-ended')
    expect(await heard(cast.wanjiru)).not.toContain('introduction-ended')
    const ada = await signedIn(site, cast.ada)
    const page = (await ada.open(`/introductions/${pair.matchId}`)).text
    expect(page).toContain('The time does not suit: Our rains come in March.')
    expect(page).toContain('We can deliver in March.')
    expect(page).not.toContain('<textarea')
    expect(page).not.toContain('wanjiru@people.example')
    expect((await cast.ada.api.post(at('messages'), { text: 'Wait!' })).status).toBe(409)
    expect((await cast.ada.api.post(at('ending'), { reason: 'terms' })).status).toBe(409)
    expect((await cast.ada.api.post(at('dismissal'), { reason: 'other' })).status).toBe(409)
  })

  test('that came first leaves a message unsent, with a word and all that was typed', async () => {
    const ada = await signedIn(site, cast.ada)
    const place = `/introductions/${pair.matchId}`
    const _csrf = ada.tokenIn((await ada.open(place)).text)
    const answer = await ada.post(`${place}/messages`, { _csrf, text: 'How about April?' })
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('The introduction has ended meanwhile')
    expect(answer.text).toContain('How about April?')
    expect((await cast.wanjiru.api.get(at('messages'))).body.items).toHaveLength(1)
  })

  test('leaves a trace of who ended it and why', async () => {
    const trail = await site.services.audits.of(pair.matchId)
    expect(trail.find(({ act }) => act === 'ending')).toMatchObject({
      actor: { name: 'Wanjiru' },
      after: { side: 'need', reason: 'timing' },
    })
  })
})

test('what was reserved in it is free again once it has ended', async () => {
  pair = await introduced(site, cast, 'Maralal')
  expect((await cast.ada.api.post(at('reservation'), { amount: 50 })).status).toBe(200)
  expect((await site.services.offers.find(pair.offerId))?.reservedAt).not.toBeNull()
  await cast.ada.api.post(at('ending'), { reason: 'terms' })
  await site.settled()
  expect(await site.services.offers.find(pair.offerId)).toMatchObject({ promises: [], reservedAt: null })
})

test('of two people who end it at once one does', async () => {
  pair = await introduced(site, cast, 'Wajir')
  const reasons = [cast.ada, cast.wanjiru].map(({ api }) => api.post(at('ending'), { reason: 'terms' }))
  expect(statuses(await Promise.all(reasons))).toEqual([200, 409])
  await site.settled()
  const inboxes = [cast.ada, cast.wanjiru].map(({ api }) => api.get('/notifications'))
  const told = (await Promise.all(inboxes)).flatMap(({ body }) => body.items)
  const ends = told.filter(({ kind, matchId }) => kind === 'introduction-ended' && matchId === pair.matchId)
  expect(ends).toHaveLength(1)
})

test('an end and a message at once: the message came before it or not at all', async () => {
  pair = await introduced(site, cast, 'Isiolo')
  const [ending, message] = await Promise.all([
    cast.wanjiru.api.post(at('ending'), { reason: 'no-answer' }),
    cast.ada.api.post(at('messages'), { text: 'Here we are' }),
  ])
  expect(ending.status).toBe(200)
  const { items } = (await cast.wanjiru.api.get(at('messages'))).body
  expect([message.status, items.length]).toEqual(message.status === 201 ? [201, 1] : [409, 0])
})

describe('an agreement', () => {
  beforeAll(async () => {
    pair = await introduced(site, cast, 'Lodwar')
  })

  test('is asked of the other side, which may say that it is none', async () => {
    expect((await cast.ada.api.post(at('agreement'), record)).body.status).toBe('introduced')
    expect((await alan.api.post(at('agreement'), record)).status).toBe(409)
    expect((await alan.api.post(at('agreement/confirmation'))).status).toBe(409)
    await site.settled()
    expect(await heard(cast.wanjiru)).toContain('agreement-proposed')
    expect((await cast.wanjiru.api.post(at('agreement/withdrawal'))).body.status).toBe('introduced')
    await site.settled()
    expect(await heard(cast.ada)).toContain('agreement-taken-back')
    expect((await cast.wanjiru.api.post(at('agreement/confirmation'))).status).toBe(409)
  })

  test('confirmed, is a public partnership of both, made once', async () => {
    await cast.ada.api.post(at('agreement'), record)
    const { status, body } = await cast.wanjiru.api.post(at('agreement/confirmation'))
    expect([status, body.status]).toEqual([200, 'partnership'])
    await site.settled()
    const partnership = await site.services.partnerships.find(body.partnershipId)
    expect(partnership).toMatchObject({
      ...{ title: record.title, model: 'core-business', from: 2027, countries: ['KEN'], sdgs: [3] },
      company: { name: 'Acme Cold Chain' },
      entities: [{ name: 'United Nations Children’s Fund' }, { name: 'UNICEF Kenya' }],
      origin: { offerId: pair.offerId, needId: pair.needId },
      contributionTypes: ['in-kind-goods'],
    })
    expect(await site.services.partnerships.count()).toBe(1)
    for (const one of [cast.ada, cast.wanjiru, alan])
      expect((await heard(one)).filter((kind) => kind === 'partnership-agreed')).toHaveLength(1)
    const stranger = await fetch(`${site.url}/partnerships/${body.partnershipId}`)
    expect(await stranger.text()).toContain('Solar vaccine refrigerators for Lodwar')
    expect((await cast.ada.api.post(at('ending'), { reason: 'terms' })).status).toBe(409)
    expect((await cast.ada.api.post(at('messages'), { text: 'Good to begin' })).status).toBe(201)
  })
})

test('a confirmation and an end at once: one of them holds', async () => {
  pair = await introduced(site, cast, 'Moyale')
  await cast.ada.api.post(at('agreement'), record)
  const answers = await Promise.all([
    cast.wanjiru.api.post(at('agreement/confirmation')),
    cast.ada.api.post(at('ending'), { reason: 'agreed-elsewhere' }),
  ])
  expect(statuses(answers)).toEqual([200, 409])
  await site.settled()
  const { matchId } = pair
  const { status } = (await cast.ada.api.get('/matches')).body.items.find(
    ({ id }: { id: string }) => id === matchId,
  )
  expect(status).toBe(answers[0]?.status === 200 ? 'partnership' : 'ended')
})
