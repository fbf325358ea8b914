import { castFor, type Cast } from '../support/cast.ts'
import { openSite, type Site } from '../support/site.ts'
import { heard, introduced, signedIn, type Pair } from './introduced.ts'

let site: Site
let cast: Cast
let pair: Pair

beforeAll(async () => {
  site = await openSite()
  cast = await castFor(site)
  pair = await introduced(site, cast)
})
afterAll(() => site.close())

const place = () => `/introductions/${pair.matchId}`

test('a message is read by both sides and by nobody else', async () => {
  const ada = await signedIn(site, cast.ada)
  const text = 'Good morning.\nWhich voltage do you need? See https://example.org/a?b=1&c=2'
  const sent = await ada.submit(`${place()}/messages`, { text, key: 'first' }, place())
  expect([sent.status, sent.headers.get('location')]).toEqual([303, `${place()}#latest`])
  await site.settled()

  const wanjiru = await signedIn(site, cast.wanjiru)
  const list = await wanjiru.open('/introductions')
  expect(list.text).toContain('1 new message')
  const page = await wanjiru.open(place())
  expect(page.text).toContain('Good morning.\nWhich voltage')
  expect(page.text).toContain(
    '<a href="https://example.org/a?b&#x3D;1&amp;c&#x3D;2" rel="nofollow noopener noreferrer ugc">',
  )
  expect((await wanjiru.open('/introductions')).text).not.toContain('1 new message')
  for (const person of [cast.boris, cast.luis]) {
    const outsider = await signedIn(site, person)
    expect((await outsider.open(place())).status).toBe(404)
    expect((await outsider.open('/introductions')).text).not.toContain('refrigerators')
  }
  const selma = await signedIn(site, cast.selma)
  expect((await selma.open(place())).status).toBe(403)
  const match = await selma.open(`/matches/${pair.matchId}`)
  expect(match.text).toContain('exchanged 1 message')
  expect(match.text).not.toContain('Which voltage')
  expect(await heard(cast.wanjiru)).toContain('message-arrived')
})
