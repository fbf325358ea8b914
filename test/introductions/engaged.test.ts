import { refrigeratorsNeeded } from '../factories/postings.ts'
import { castFor, type Cast } from '../support/cast.ts'
import { person, type Person } from '../support/people.ts'
import { openSite, type Site } from '../support/site.ts'
import { visitor } from '../support/visitor.ts'
import { entity, office } from '../factories/organisations.ts'
import { matched, signedIn, type Pair } from './introduced.ts'

let site: Site
let cast: Cast
let pair: Pair
let grace: Person
let second: string

const heading = 'Others in touch with this company'

beforeAll(async () => {
  site = await openSite()
  cast = await castFor(site)
  const who = entity('World Health Organization', 'WHO', { sdgs: [3] })
  await site.services.organisations.add(who)
  grace = await person(site, 'Grace', office('WHO Kenya', who, ['KEN']))
  await grace.api.post('/needs', refrigeratorsNeeded({ title: 'Refrigerators for measles vaccines' }))
  pair = await matched(site, cast)
  const { items } = (await grace.api.get('/matches')).body
  second = items.find(({ offer }: { offer: { id: string } }) => offer.id === pair.offerId).id
})
afterAll(() => site.close())

const told = async ({ api }: Person) =>
  (await api.get('/notifications')).body.items.filter(
    ({ kind }: { kind: string }) => kind === 'entity-engaged',
  )

test('the first that shows interest stands alone', async () => {
  await cast.wanjiru.api.post(`/matches/${pair.matchId}/interest`)
  await site.settled()
  const wanjiru = await signedIn(site, cast.wanjiru)
  expect((await wanjiru.open(`/offers/${pair.offerId}`)).text).not.toContain(heading)
})

test('when another joins, both see one another, and the first hears of it once', async () => {
  await grace.api.post(`/matches/${second}/interest`)
  await site.settled()
  const [alert, ...more] = await told(cast.wanjiru)
  expect(more).toEqual([])
  expect(alert).toMatchObject({
    matchId: pair.matchId,
    reason: 'WHO showed interest in an offer of Acme Cold Chain',
  })
  expect(await told(grace)).toEqual([])
  const wanjiru = await signedIn(site, cast.wanjiru)
  for (const path of [`/offers/${pair.offerId}`, `/matches/${pair.matchId}`]) {
    const page = (await wanjiru.open(path)).text
    expect(page).toContain(heading)
    expect(page).toContain('World Health Organization')
    expect(page).toContain('grace@people.example')
  }
  const other = await signedIn(site, grace)
  expect((await other.open(`/offers/${pair.offerId}`)).text).toContain('wanjiru@people.example')
})

test('the whole UN side sees how far they are; no company and nobody in public does', async () => {
  await cast.ada.api.post(`/matches/${pair.matchId}/interest`)
  const luis = (await (await signedIn(site, cast.luis)).open(`/offers/${pair.offerId}`)).text
  expect(luis).toMatch(
    /United Nations Children’s Fund[\s\S]*Introduced[\s\S]*World Health Organization[\s\S]*Interest shown/,
  )
  const ada = await signedIn(site, cast.ada)
  const boris = await signedIn(site, cast.boris)
  for (const reader of [ada, boris, visitor(site.url)]) {
    const page = (await reader.open(`/offers/${pair.offerId}`)).text
    expect(page).toContain('Solar vaccine refrigerators')
    expect(page).not.toContain(heading)
    expect(page).not.toContain('grace@people.example')
  }
  for (const path of [`/matches/${pair.matchId}`, `/introductions/${pair.matchId}`]) {
    const page = await ada.open(path)
    expect(page.status).toBe(200)
    expect(page.text).not.toMatch(/World Health Organization|grace@people/)
  }
  expect(await told(cast.ada)).toEqual([])
})

test('who left it is no longer in touch', async () => {
  await cast.wanjiru.api.post(`/matches/${pair.matchId}/ending`, { reason: 'terms' })
  const other = await signedIn(site, grace)
  expect((await other.open(`/offers/${pair.offerId}`)).text).not.toContain('wanjiru@people.example')
})
