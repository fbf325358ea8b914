import { jest } from '@jest/globals'
import { entity } from '../factories/organisations.ts'
import { refrigerators, refrigeratorsNeeded } from '../factories/postings.ts'
import { apiClient, type ApiClient } from '../support/api-client.ts'
import { castFor, type Cast } from '../support/cast.ts'
import { password, person, type Person } from '../support/people.ts'
import { openSite, type Site } from '../support/site.ts'
import { visitor } from '../support/visitor.ts'

let site: Site
let cast: Cast
/** Hanna's colleague at UNICEF's headquarters */
let henrik: Person
/** of UNHCR, whose mandate the offers of these tests do not touch */
let rana: Person
let moved = 0

const day = 86_400_000

beforeAll(async () => {
  site = await openSite()
  cast = await castFor(site)
  henrik = await person(site, 'Henrik', cast.hanna.organisation)
  rana = await person(site, 'Rana', entity('UN Refugee Agency', 'UNHCR', { sdgs: [16] }))
  jest.spyOn(site.services.clock, 'now').mockImplementation(() => new Date(Date.now() + moved))
})
beforeEach(() => {
  moved = 0
})
afterAll(async () => {
  jest.restoreAllMocks()
  await site.close()
})

async function offered(title: string, changes: object = {}): Promise<string> {
  const description = `${title}: sixty litres each, with spare parts and guides for nurses in health centres.`
  const { body } = await cast.ada.api.post('/offers', refrigerators({ title, description, ...changes }))
  await site.settled()
  return body.id
}

/** With a token of these days. */
async function today({ id }: Person): Promise<ApiClient> {
  const { token } = await site.services.tokens.create(id, 'today', site.services.clock.now())
  return apiClient(site.url, token)
}

async function daysPass(days: number): Promise<void> {
  moved += days * day
  await site.settled()
}

const asked = async (id: string) =>
  (await cast.ada.api.get(`/offers/${id}/answers`)).body.items.map(
    ({ organisation, state }: { organisation: { name: string }; state: string }) =>
      `${organisation.name}: ${state}`,
  )
const heard = async (who: Person, kind: string): Promise<string[]> =>
  (await (await today(who)).get('/notifications')).body.items
    .filter((item: { kind: string }) => item.kind === kind)
    .map(({ title, reason }: { title: string; reason?: string }) => `${title} | ${reason}`)
const browserOf = async (who: Person) => {
  const browser = visitor(site.url)
  await browser.signIn(who.email, password)
  return browser
}
const answered = (id: string, word: string) => `/offers/${id}?answer=${word}#answers`

test('a cleared offer asks the entity it is routed to; of two focal points one answers, the other is told who', async () => {
  const id = await offered('Solar cold boxes for outreach')
  expect(await asked(id)).toEqual(['United Nations Children’s Fund: waiting'])
  const { items } = (await cast.ada.api.get(`/offers/${id}/answers`)).body
  expect(Date.parse(items[0].dueAt) - Date.parse(items[0].askedAt)).toBe(14 * day)

  const [hanna, henriks] = [await browserOf(cast.hanna), await browserOf(henrik)]
  expect((await hanna.open('/answers')).text).toContain('Solar cold boxes for outreach')
  expect((await hanna.open(`/offers/${id}`)).text).toContain('Your answer is due by')
  const fields = { answer: 'not-now', reason: 'no-capacity' }
  const both = await Promise.all([
    hanna.submit(`/offers/${id}/answer`, fields, '/account'),
    henriks.submit(`/offers/${id}/answer`, { answer: 'interested' }, '/account'),
  ])
  const places = both.map(({ headers }) => headers.get('location'))
  expect([...places].sort()).toEqual([answered(id, 'answered'), answered(id, 'given')])
  const [winner, loser, theirs] =
    places[0] === answered(id, 'given') ? ['Hanna', henriks, 'not-now'] : ['Henrik', hanna, 'interested']
  const told = (await loser.open(`/offers/${id}?answer=answered`)).text
  expect(told).toContain(`${winner} (United Nations Children’s Fund) has answered already`)

  await site.settled()
  expect(await asked(id)).toEqual([`United Nations Children’s Fund: ${theirs}`])
  expect(await heard(cast.ada, 'offer-answered')).toHaveLength(1)
  expect((await cast.wanjiru.api.post(`/offers/${id}/answer`, { answer: 'interested' })).status).toBe(409)
  expect((await hanna.open('/answers')).text).not.toContain('Solar cold boxes for outreach')
})

test('an entity that was not asked can’t answer, another company can’t read, and the company itself reads it all', async () => {
  const id = await offered('Vaccine carriers for nurses')
  expect((await cast.luis.api.post(`/offers/${id}/answer`, { answer: 'interested' })).status).toBe(403)
  expect((await cast.ada.api.post(`/offers/${id}/answer`, { answer: 'interested' })).status).toBe(403)
  expect((await cast.boris.api.get(`/offers/${id}/answers`)).status).toBe(403)
  expect((await (await browserOf(cast.boris)).open(`/offers/${id}`)).text).not.toContain('answers-heading')
  expect((await apiClient(site.url).get(`/offers/${id}/answers`)).status).toBe(401)
  expect((await cast.hanna.api.post(`/offers/${id}/answer`, { answer: 'not-now' })).status).toBe(422)

  await cast.hanna.api.post(`/offers/${id}/answer`, { answer: 'not-now', reason: 'already-covered' })
  await site.settled()
  const page = (await (await browserOf(cast.ada)).open(`/offers/${id}`)).text
  expect(page).toContain('Covered by another partner')
  expect(await heard(cast.ada, 'offer-answered')).toContain(
    'An answer to your offer “Vaccine carriers for nurses” | United Nations Children’s Fund: not now',
  )
})

test('passed on, the offer asks the next entity, which hears of it; nobody is asked twice', async () => {
  const id = await offered('Cold rooms with batteries')
  const to = rana.organisation.id
  const passing = await cast.hanna.api.post(`/offers/${id}/answer`, {
    answer: 'passed-on',
    to,
    note: 'For camps?',
  })
  expect(passing.body).toMatchObject({ state: 'passed-on', passedOnTo: to })
  await site.settled()
  expect(await asked(id)).toEqual(['United Nations Children’s Fund: passed-on', 'UN Refugee Agency: waiting'])
  expect(await heard(rana, 'offer-passed-on')).toEqual([
    'An offer for you to answer: “Cold rooms with batteries” | United Nations Children’s Fund passed it on',
  ])
  expect((await (await browserOf(rana)).open(`/offers/${id}`)).text).toContain('For camps?')
  expect((await (await browserOf(cast.ada)).open(`/offers/${id}`)).text).not.toContain('For camps?')

  const back = { answer: 'passed-on', to: cast.hanna.organisation.id }
  expect((await rana.api.post(`/offers/${id}/answer`, back)).status).toBe(409)
  const toCompany = { answer: 'passed-on', to: cast.boris.organisation.id }
  expect((await rana.api.post(`/offers/${id}/answer`, toCompany)).status).toBe(409)
})

test('interest in a match answers the offer too, and can’t be taken back; a plain answer can, for a day', async () => {
  const need = await cast.wanjiru.api.post('/needs', refrigeratorsNeeded())
  const id = await offered('Fifty solar refrigerators for vaccines')
  const { items } = (await cast.wanjiru.api.get(`/offers/${id}/matches`)).body
  const match = items.find((one: { need: { id: string } }) => one.need.id === need.body.id)
  await cast.wanjiru.api.post(`/matches/${match.id}/interest`)
  await site.settled()
  expect(await asked(id)).toEqual(['United Nations Children’s Fund: interested'])
  const hanna = await browserOf(cast.hanna)
  const undo = (one: string) => hanna.submit(`/offers/${one}/answer/undo`, {}, '/account')
  expect((await undo(id)).headers.get('location')).toBe(answered(id, 'followed'))

  const other = await offered('Ice packs by the thousand')
  await cast.hanna.api.post(`/offers/${other}/answer`, { answer: 'interested' })
  expect((await undo(other)).headers.get('location')).toBe(answered(other, 'taken-back'))
  expect(await asked(other)).toEqual(['United Nations Children’s Fund: waiting'])
  await cast.hanna.api.post(`/offers/${other}/answer`, { answer: 'not-now', reason: 'other' })
  await daysPass(2)
  expect((await undo(other)).headers.get('location')).toBe(answered(other, 'too-late'))
})

test('what waits is reminded of three days before and when overdue, once a day in one sum; a withdrawn offer is not', async () => {
  const first = await offered('Thermometers that log')
  const gone = await offered('Freezers for laboratories')
  await daysPass(10)
  const before = await heard(cast.hanna, 'answers-due')
  await cast.ada.api.post(`/offers/${gone}/withdrawal`)
  await daysPass(1.01)
  await site.settled()
  const once = await heard(cast.hanna, 'answers-due')
  expect(once).toHaveLength(before.length + 1)
  expect(once[0]).toMatch(
    /^\d+ offers? waits? for your answer \| The first (until|was due on) \d+ \w+ \d{4}$/,
  )
  await daysPass(3)
  expect(await heard(cast.hanna, 'answers-due')).toHaveLength(before.length + 2)
  expect(await heard(cast.luis, 'answers-due')).toEqual([])
  const known = await site.services.answers.ofOffer(gone)
  expect(known[0]?.closedAt).not.toBeNull()
  expect((await site.services.answers.ofOffer(first))[0]).toMatchObject({ word: null, closedAt: null })
  expect((await (await browserOf(cast.hanna)).open('/answers')).text).toContain('Your answer was due by')
})

test('everybody reads how an entity answers', async () => {
  const { text } = await visitor(site.url).open(`/organisations/${cast.hanna.organisation.id}`)
  expect(text).toContain('Answered in time')
  const company = await visitor(site.url).open(`/organisations/${cast.ada.organisation.id}`)
  expect(company.text).not.toContain('Answered in time')
})
