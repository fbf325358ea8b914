import { castFor, type Cast } from '../support/cast.ts'
import { apiClient } from '../support/api-client.ts'
import { openSite, type Site } from '../support/site.ts'
import { visitor } from '../support/visitor.ts'
import { heard, matched, signedIn, type Pair } from './introduced.ts'

let site: Site
let cast: Cast
let pair: Pair

beforeAll(async () => {
  site = await openSite()
  cast = await castFor(site)
  pair = await matched(site, cast)
})
afterAll(() => site.close())

const need = () => `/needs/${pair.needId}`
const asked = async (text: string) =>
  (await cast.boris.api.post(`${need()}/questions`, { text })).body.id as string
const pageOf = async (browser: { open(path: string): Promise<{ text: string }> }) =>
  (await browser.open(need())).text
const anybody = () => pageOf(visitor(site.url))
const text = 'Is there <b>a road</b> for lorries? See https://example.org/map'

test('a question waits for its answer out of the public’s sight', async () => {
  const boris = await signedIn(site, cast.boris)
  const sent = await boris.submit(`${need()}/questions`, { text }, need())
  expect([sent.status, sent.headers.get('location')]).toEqual([303, `${need()}?question=asked#questions`])
  await site.settled()
  expect(await pageOf(boris)).toContain('Waits for an answer')
  const wanjiru = await pageOf(await signedIn(site, cast.wanjiru))
  expect(wanjiru).toContain('Borealis Pumps asked')
  expect(wanjiru).toContain('<bdi>Boris</bdi>')
  expect(wanjiru).toContain('&lt;b&gt;a road&lt;/b&gt;')
  expect(await heard(cast.wanjiru)).toContain('question-asked')
  for (const reader of [await anybody(), await pageOf(await signedIn(site, cast.luis))])
    expect(reader).not.toContain('a road')
  expect((await apiClient(site.url).get(`${need()}/questions`)).body.items).toEqual([])
  expect((await cast.ada.api.get(`${need()}/questions`)).body.items).toEqual([])
})

test('with its answer it is public, and nobody reads who asked; those interested are told', async () => {
  await cast.ada.api.post(`/matches/${pair.matchId}/interest`)
  const [question] = (await cast.boris.api.get(`${need()}/questions`)).body.items
  const answering = { text: 'Yes, all year: write to roads@example.org' }
  const both = await Promise.all(
    [cast.wanjiru, cast.hanna].map(({ api }) => api.post(`/questions/${question.id}/answer`, answering)),
  )
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  await site.settled()
  const page = await anybody()
  expect(page).toContain('A company asked')
  expect(page).toContain('&lt;b&gt;a road&lt;/b&gt;')
  expect(page).toContain('Answer of UNICEF Kenya')
  expect(page).toContain('rel="nofollow noopener noreferrer ugc">roads@example.org</a>')
  expect(page).not.toMatch(/Boris|Borealis/)
  expect(await heard(cast.boris)).toContain('question-answered')
  expect(await heard(cast.ada)).toContain('question-answered')
  expect(await heard(cast.luis)).not.toContain('question-answered')
  const [open] = (await apiClient(site.url).get(`${need()}/questions`)).body.items
  expect(open).toMatchObject({ state: 'answered', answer: { text: answering.text } })
  expect(JSON.stringify(open)).not.toContain('Boris')
})

test('one that gets no answer stays between those who asked and those who were asked', async () => {
  const id = await asked('What do others pay for it?')
  const declined = await cast.wanjiru.api.post(`/questions/${id}/declining`, { reason: 'confidential' })
  expect(declined.body).toMatchObject({ state: 'declined', reason: 'confidential' })
  await site.settled()
  expect(await heard(cast.boris)).toContain('question-declined')
  expect(await pageOf(await signedIn(site, cast.boris))).toContain('The answer is not for the public')
  expect(await anybody()).not.toContain('What do others pay')
})

test('an abusive one is hidden with a reason, even when it was answered; staff still see it', async () => {
  const id = await asked('You are fools, are you not?')
  await cast.wanjiru.api.post(`/questions/${id}/answer`, { text: 'We are not.' })
  expect(await anybody()).toContain('You are fools')
  expect((await cast.wanjiru.api.post(`/questions/${id}/hiding`, { reason: 'abusive' })).status).toBe(200)
  expect((await cast.hanna.api.post(`/questions/${id}/hiding`, { reason: 'abusive' })).status).toBe(409)
  expect(await anybody()).not.toContain('You are fools')
  const selma = await pageOf(await signedIn(site, cast.selma))
  expect(selma).toContain('Abusive or offensive')
  expect(selma).not.toContain('Borealis')
})

test('only companies ask, only the need’s side answers, and not in somebody else’s name', async () => {
  expect((await cast.luis.api.post(`${need()}/questions`, { text: 'May we ask this?' })).status).toBe(403)
  const id = await asked('Who installs them there?')
  expect((await cast.luis.api.post(`/questions/${id}/answer`, { text: 'Luis does.' })).status).toBe(404)
  expect((await cast.ada.api.post(`/questions/${id}/answer`, { text: 'Ada does.' })).status).toBe(403)
  expect((await cast.boris.api.post(`${need()}/questions`, { text: 'Short' })).status).toBe(422)
})

test('sent twice with one key it is asked once; ten in an hour are enough, and what was typed is kept', async () => {
  const key = { 'idempotency-key': 'once' }
  const ask = () => cast.ada.api.post(`${need()}/questions`, { text: 'How tall are the doors?' }, key)
  const [first, second] = await Promise.all([ask(), ask()])
  expect(first.body.id).toBe(second.body.id)
  for (let sent = 1; sent < 10; sent++)
    await cast.ada.api.post(`${need()}/questions`, { text: `How wide is door number ${sent}?` })
  expect((await cast.ada.api.post(`${need()}/questions`, { text: 'And one more?' })).status).toBe(429)
  const ada = await signedIn(site, cast.ada)
  const page = await ada.submit(`${need()}/questions`, { text: 'And the very last one?' }, need())
  expect(page.status).toBe(429)
  expect(page.text).toMatch(/<textarea[^>]*>\s*And the very last one\?<\/textarea>/)
})

test('what everybody did is on record, without the words', async () => {
  const trail = await site.services.audits.of(pair.needId)
  expect(trail.map(({ act }) => act)).toEqual(
    expect.arrayContaining(['question', 'question-answered', 'question-hidden']),
  )
  expect(JSON.stringify(trail)).not.toMatch(/a road|all year/)
})

test('questions close with the need', async () => {
  const id = await asked('Is it still needed?')
  const now = new Date()
  const stored = await site.services.needs.find(pair.needId)
  await site.services.needs.change(stored!, { metAt: now }, [], now)
  expect((await cast.boris.api.post(`${need()}/questions`, { text: 'Is there more to do?' })).status).toBe(
    409,
  )
  expect((await cast.wanjiru.api.post(`/questions/${id}/answer`, { text: 'No, it is met.' })).status).toBe(
    409,
  )
  const page = await pageOf(await signedIn(site, cast.boris))
  expect(page).toContain('Questions closed with the need.')
  expect(page).toContain('Answer of UNICEF Kenya')
})
