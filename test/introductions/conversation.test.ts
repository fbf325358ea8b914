import { jest } from '@jest/globals'
import { castFor, type Cast } from '../support/cast.ts'
import { person, type Person } from '../support/people.ts'
import { openSite, type Site } from '../support/site.ts'
import { heard, introduced, matched, signedIn, type Pair } from './introduced.ts'

let site: Site
let cast: Cast
let pair: Pair
let amina: Person
type Browser = Awaited<ReturnType<typeof signedIn>>
let ada: Browser
let wanjiru: Browser

beforeAll(async () => {
  site = await openSite()
  cast = await castFor(site)
  amina = await person(site, 'Amina', cast.ada.organisation)
  pair = await introduced(site, cast)
  ada = await signedIn(site, cast.ada)
  wanjiru = await signedIn(site, cast.wanjiru)
})
afterEach(() => jest.restoreAllMocks())
afterAll(() => site.close())

const place = () => `/introductions/${pair.matchId}`
const messages = () => `/matches/${pair.matchId}/messages`
const later = (minutes: number) => {
  const then = Date.now() + minutes * 60_000
  jest.spyOn(site.services.clock, 'now').mockImplementation(() => new Date(then))
}
const arrived = async (who: Person) =>
  (await who.api.get('/notifications')).body.items.filter(
    ({ kind }: { kind: string }) => kind === 'message-arrived',
  )

test('a message is read by both sides and by nobody else', async () => {
  const text = 'Good morning.\nWhich voltage do you need? See https://example.org/a?b=1&c=2 <b>'
  const sent = await ada.submit(`${place()}/messages`, { text, key: 'first' }, place())
  expect([sent.status, sent.headers.get('location')]).toEqual([303, `${place()}#latest`])
  await site.settled()

  expect((await wanjiru.open('/introductions')).text).toContain('1 new message')
  const page = await wanjiru.open(place())
  expect(page.text).toContain('Good morning.\nWhich voltage')
  expect(page.text).toContain('&lt;b&gt;')
  expect(page.text).toContain('rel="nofollow noopener noreferrer ugc">https://example.org/a?b')
  expect((await wanjiru.open('/introductions')).text).not.toContain('1 new message')
  for (const stranger of [cast.boris, cast.luis]) {
    const outsider = await signedIn(site, stranger)
    expect((await outsider.open(place())).status).toBe(404)
    expect((await outsider.open('/introductions')).text).not.toContain('refrigerators')
    expect((await stranger.api.get(messages())).status).toBe(404)
  }
})

test('staff see that the two sides talk, and not what they say', async () => {
  const selma = await signedIn(site, cast.selma)
  expect((await selma.open(place())).status).toBe(403)
  expect((await cast.selma.api.get(messages())).status).toBe(403)
  const match = await selma.open(`/matches/${pair.matchId}`)
  expect(match.text).toContain('exchanged 1 message')
  expect(match.text).not.toContain('Which voltage')
})

test('what was said is not copied into the audit', async () => {
  const trail = await site.services.audits.of(pair.matchId)
  expect(trail.map(({ act }) => act)).toContain('message')
  expect(JSON.stringify(trail)).not.toContain('voltage')
})

test('before both sides agreed there is no such place', async () => {
  const other = await matched(site, cast, 'Marsabit')
  await cast.ada.api.post(`/matches/${other.matchId}/interest`)
  expect((await cast.ada.api.get(`/matches/${other.matchId}/messages`)).status).toBe(404)
})

test('sent twice with the same key it is one message', async () => {
  const key = { 'idempotency-key': 'retry' }
  const [first, second] = await Promise.all([
    cast.wanjiru.api.post(messages(), { text: 'Sent by a shaky line' }, key),
    cast.wanjiru.api.post(messages(), { text: 'Sent by a shaky line' }, key),
  ])
  expect([first.status, second.status]).toEqual([201, 201])
  expect(first.body.id).toBe(second.body.id)
  const { items } = (await cast.ada.api.get(messages())).body
  const texts = items.map(({ text }: { text: string }) => text)
  expect(texts.filter((text: string) => text === 'Sent by a shaky line')).toHaveLength(1)
})

test('of several unread messages a person is told once, and again after reading', async () => {
  await site.settled()
  await ada.open(place())
  const before = (await arrived(cast.ada)).length
  for (const text of ['One', 'Two', 'Three']) await cast.wanjiru.api.post(messages(), { text })
  await site.settled()
  expect((await arrived(cast.ada)).length).toBe(before + 1)
  expect((await arrived(amina))[0].readAt).toBeNull()
  await ada.open(place())
  expect((await arrived(cast.ada)).filter(({ readAt }: { readAt: unknown }) => !readAt)).toEqual([])
  await cast.wanjiru.api.post(messages(), { text: 'Four' })
  await site.settled()
  expect((await arrived(cast.ada)).length).toBe(before + 2)
})

test('it arrives live at those who may read it; whoever was moved elsewhere meanwhile hears nothing', async () => {
  const moved = await person(site, 'Mo', cast.ada.organisation)
  const ears = await Promise.all([cast.ada, cast.wanjiru, cast.boris, moved].map((one) => one.listens()))
  const [inAcme, inNairobi, atBoris, atMo] = ears as [
    (typeof ears)[0],
    (typeof ears)[0],
    (typeof ears)[0],
    (typeof ears)[0],
  ]
  const accounts = site.services.connection.collection('accounts')
  await accounts.updateOne({ email: moved.email }, { $set: { organisationId: cast.boris.organisation.id } })
  await cast.ada.api.post(messages(), { text: 'Live & well' })
  const live = await inNairobi.nextMessage()
  expect(live).toMatchObject({ matchId: pair.matchId })
  expect(live.html).toContain('Live &amp; well')
  expect(live.html).toContain('Ada')
  await inAcme.nextMessage()
  expect([atBoris.messages(), atMo.messages()]).toEqual([[], []])
  for (const one of ears) one.close()
})

test('the last message can be taken back for five minutes, by whoever wrote it', async () => {
  const sent = (await cast.ada.api.post(messages(), { text: 'Wrong window' })).body
  const taking = `${place()}/messages/${sent.id}/withdrawal`
  expect((await wanjiru.submit(taking, {}, place())).status).toBe(403)
  expect((await ada.submit(taking, {}, place())).status).toBe(303)
  const page = (await wanjiru.open(place())).text
  expect(page).toContain('This message was taken back.')
  expect(page).not.toContain('Wrong window')

  const second = (await cast.ada.api.post(messages(), { text: 'Too late for this' })).body
  const _csrf = ada.tokenIn((await ada.open(place())).text)
  later(6)
  const late = await ada.post(`${place()}/messages/${second.id}/withdrawal`, { _csrf })
  expect(late.headers.get('location')).toBe(`${place()}?notice=too-late`)
  expect((await wanjiru.open(place())).text).toContain('Too late for this')
})

test('older messages are a page away', async () => {
  const many = Array.from({ length: 60 }, (_, index) => ({
    ...{
      id: `${index}`.padStart(24, '0'),
      matchId: pair.matchId,
      authorId: 'x',
      name: 'Early',
      side: 'offer' as const,
    },
    ...{ text: `Early word ${index}.`, sentAt: new Date('2026-01-01') },
  }))
  for (const one of many) await site.services.messages.add(one, one.id, [])
  const { items, before } = (await cast.ada.api.get(messages())).body
  expect(items).toHaveLength(50)
  const older = (await cast.ada.api.get(`${messages()}?before=${before}`)).body
  expect(older.items.at(-1).id < items[0].id).toBe(true)
  const page = (await ada.open(place())).text
  const href = /rel="prev" href="([^"]+)"/.exec(page)?.[1]?.replaceAll('&#x3D;', '=') ?? ''
  expect((await ada.open(href)).text).toContain('Early word 0.')
})

test.each([
  ['', 422],
  ['x'.repeat(5_001), 422],
  ['   ', 422],
])('a message of an unfit length is shown again', async (text, status) => {
  const answer = await ada.submit(`${place()}/messages`, { text }, place())
  expect(answer.status).toBe(status)
  expect(answer.text).toContain('field-error')
  if (text.trim()) expect(answer.text).toContain(text)
})

test('twenty messages in five minutes are enough: the next is not lost, and can be sent later', async () => {
  later(60)
  for (let sent = 0; sent < 20; sent++) {
    expect((await cast.wanjiru.api.post(messages(), { text: `Message ${sent}` })).status).toBe(201)
  }
  const refused = await cast.wanjiru.api.post(messages(), { text: 'One too many' })
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '300'])
  const page = await wanjiru.submit(`${place()}/messages`, { text: 'Kept for later' }, place())
  expect(page.status).toBe(429)
  expect(page.text).toContain('Nothing is lost')
  expect(page.text).toMatch(/<textarea[^>]*>\s*Kept for later<\/textarea>/)
  later(66)
  expect((await cast.wanjiru.api.post(messages(), { text: 'Kept for later' })).status).toBe(201)
})

test('who belongs to the company no longer does not find the place any more', async () => {
  const accounts = site.services.connection.collection('accounts')
  const page = await signedIn(site, amina)
  expect((await page.open(place())).status).toBe(200)
  await accounts.updateOne({ email: amina.email }, { $set: { organisationId: cast.boris.organisation.id } })
  expect((await page.open(place())).status).toBe(404)
  expect((await page.open('/introductions')).text).not.toContain('refrigerators')
  expect(await heard(cast.boris)).not.toContain('message-arrived')
})
