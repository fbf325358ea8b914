import { refrigerators, refrigeratorsNeeded } from '../factories/postings.ts'
import { company } from '../factories/organisations.ts'
import { apiClient, type ApiAnswer } from '../support/api-client.ts'
import { castFor, type Cast } from '../support/cast.ts'
import { person } from '../support/people.ts'
import { openSite, type Site } from '../support/site.ts'

let site: Site
let cast: Cast

beforeEach(async () => {
  site = await openSite()
  cast = await castFor(site)
  await cast.wanjiru.api.post('/needs', refrigeratorsNeeded())
})
afterEach(() => site.close())

const titles = (body: ApiAnswer['body']) => body.items.map(({ title }: { title: string }) => title)

/** A tobacco maker, whose offers the base rules hold. */
const smoke = () =>
  company('Leaf and Smoke', {
    industry: '1200',
    revenueShares: { '1200': 80 },
    declarations: { tobacco: 80 },
  })

async function everywhere(offerId: string): Promise<string[]> {
  const stranger = apiClient(site.url)
  const seen = await Promise.all([
    stranger.get('/offers'),
    stranger.get('/offers?q=refrigerators'),
    cast.wanjiru.api.get('/offers'),
    cast.wanjiru.api.get('/matches'),
    cast.wanjiru.api.get('/notifications'),
    stranger.get(`/offers/${offerId}`),
  ])
  const pages = await Promise.all(
    ['/', '/offers', '/offers?q=refrigerators', `/offers/${offerId}`].map(async (path) =>
      (await fetch(site.url + path)).text(),
    ),
  )
  return [...seen.map(({ body }) => JSON.stringify(body)), ...pages]
}

test('a held offer is seen by its company and by staff, by nobody else anywhere', async () => {
  const lena = await person(site, 'Lena', smoke())
  const { id } = (
    await lena.api.post('/offers', refrigerators({ title: 'Refrigerators from the leaf company' }))
  ).body
  await site.settled()
  expect((await lena.api.get(`/offers/${id}`)).body.status).toBe('held')
  expect((await cast.selma.api.get(`/offers/${id}`)).body.status).toBe('held')
  for (const answer of await everywhere(id))
    expect(answer).not.toContain('Refrigerators from the leaf company')
})

test('an offer that is withdrawn disappears at once, although the index still has it', async () => {
  const { id } = (await cast.ada.api.post('/offers', refrigerators())).body
  await site.settled()
  expect(titles((await apiClient(site.url).get('/offers')).body)).toEqual([
    'Fifty solar vaccine refrigerators',
  ])
  await site.services.processing.stop()
  const read = (await site.services.offers.find(id))!
  await site.services.offers.change(read, { withdrawnAt: new Date() }, [], new Date())
  const index = await site.services.search.index('offers').search('refrigerators')
  expect(index.hits).toHaveLength(1)
  for (const answer of await everywhere(id)) expect(answer).not.toContain('Fifty solar vaccine refrigerators')
})

test('cleared is cleared for this revision only: an edited offer waits for its screening', async () => {
  const { id } = (await cast.ada.api.post('/offers', refrigerators())).body
  await site.settled()
  await site.services.processing.stop()
  await cast.ada.api.patch(`/offers/${id}`, { title: 'Refrigerators, and now something else' })
  expect((await cast.ada.api.get(`/offers/${id}`)).body.status).toBe('screening')
  for (const answer of await everywhere(id)) expect(answer).not.toContain('and now something else')
})

test('an alert that was stored before its offer fell away says nothing of the offer', async () => {
  const { id } = (await cast.ada.api.post('/offers', refrigerators())).body
  await site.settled()
  const before = (await cast.wanjiru.api.get('/notifications')).body.items[0]
  expect(before.title).toContain('Fifty solar vaccine refrigerators')
  expect((await cast.ada.api.post(`/offers/${id}/withdrawal`)).status).toBe(200)
  await site.settled()
  const { items, unread } = (await cast.wanjiru.api.get('/notifications')).body
  expect(items).toEqual([
    expect.objectContaining({ id: before.id, title: 'This offer is no longer available', url: '/alerts' }),
  ])
  expect(items[0]).not.toHaveProperty('offerId')
  expect(unread).toBe(1)
})

test('an offer past its end is neither listed nor matched, though nothing was written since', async () => {
  const { id } = (await cast.ada.api.post('/offers', refrigerators())).body
  await site.settled()
  const read = (await site.services.offers.find(id))!
  await site.services.offers.record(
    { posting: read, token: await tokenOf(id), effects: [], attempts: 0, quiet: false },
    { availableUntil: new Date(Date.now() - 1_000) },
  )
  expect(titles((await apiClient(site.url).get('/offers')).body)).toEqual([])
  expect((await cast.wanjiru.api.get('/matches')).body.items).toEqual([])
  expect((await apiClient(site.url).get(`/offers/${id}`)).status).toBe(404)
})

/** Claims the offer the way the processing does, so that its stored fields can be set behind the acts' back. */
async function tokenOf(id: string): Promise<string> {
  const { offers } = site.services
  await site.services.processing.stop()
  await offers.markDueOf((await offers.find(id))!.organisationId, new Date())
  return (await offers.claim(new Date(), 10))[0]!.token
}
