import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startMeilisearch } from '../../server/embedded/meilisearch/index.ts'
import { refrigerators, refrigeratorsNeeded } from '../factories/postings.ts'
import { castFor } from '../support/cast.ts'
import { password } from '../support/people.ts'
import { openSite } from '../support/site.ts'
import { visitor } from '../support/visitor.ts'

let folder: string
const running: { close(): Promise<void> }[] = []
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'concord-search-'))
})
afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.close()
  await rm(folder, { recursive: true, force: true })
})

test('with the search server away posting, screening and inboxes go on; when it is back all is listed, matched and told once', async () => {
  const search = { folder, apiKey: 'key of the search server' }
  const first = await startMeilisearch(search)
  const site = await openSite({ MEILI_HOST: first.host, MEILI_API_KEY: search.apiKey })
  running.push(site)
  const { ada, boris, wanjiru, luis } = await castFor(site)
  const need = await wanjiru.api.post('/needs', refrigeratorsNeeded())
  await site.settled()
  await first.stop()

  const offer = await ada.api.post('/offers', refrigerators())
  expect(offer.status).toBe(201)
  await site.settled()
  const second = await boris.api.post('/offers', refrigerators({ title: 'Vaccine refrigerators, seventy' }))
  await site.settled()
  for (const [company, { body }] of [
    [ada, offer],
    [boris, second],
  ] as const) {
    expect((await company.api.get(`/offers/${body.id}/screening`)).body.verdict).toBe('cleared')
    const { items } = (await company.api.get('/notifications')).body
    expect(items).toMatchObject([{ kind: 'offer-screened', offerId: body.id }])
  }
  expect((await wanjiru.api.get('/notifications')).body.unread).toBe(0)
  expect(
    (await ada.api.patch(`/offers/${offer.body.id}`, { quantity: { amount: 60, unit: 'pieces' } })).status,
  ).toBe(200)
  await site.settled()
  const read = async (path: string) => (await fetch(site.url + path)).text()
  expect((await ada.api.get('/offers')).status).toBe(503)
  expect(await read('/offers')).toContain('Fifty solar vaccine refrigerators')
  expect(await read('/organisations')).toContain('UNICEF Kenya')
  expect(await read('/partnerships')).toContain('A partnership begins with a match')
  for (const file of ['/offers.csv', '/needs.json', '/organisations.csv', '/partnerships.atom'])
    expect([file, (await fetch(site.url + file)).status]).toEqual([file, 503])

  const ready = await fetch(`${site.url}/health/ready`)
  expect([ready.status, await ready.json()]).toEqual([
    200,
    {
      status: 'degraded',
      degraded: ['search'],
      // two offers and their two companies
      indexing: { waiting: 4, oldestSeconds: expect.any(Number) },
    },
  ])
  expect(await (await fetch(`${site.url}/metrics`)).text()).toMatch(/^concord_search_up 0$/m)
  const office = visitor(site.url)
  await office.signIn(wanjiru.email, password)
  for (const page of ['/', '/alerts', '/needs/new', `/needs/${need.body.id}`, '/account'])
    expect([page, (await office.open(page)).status]).toEqual([page, 200])

  const again = await startMeilisearch({ ...search, port: Number(new URL(first.host).port) })
  running.unshift({ close: again.stop })
  const heard = await wanjiru.listens()
  const offers = [offer.body.id, second.body.id] as string[]
  for (const id of offers) await heard.next(({ offerId }) => offerId === id)
  await site.settled()
  expect((await luis.api.get('/offers')).body.total).toBe(2)
  expect((await wanjiru.api.get('/matches')).body.items).toHaveLength(2)
  const alerts = (await wanjiru.api.get('/notifications')).body.items as { offerId: string }[]
  expect(alerts.map(({ offerId }) => offerId).sort()).toEqual(offers.sort())
  expect((await luis.api.get('/notifications')).body.items).toEqual([])
  expect(await (await fetch(`${site.url}/health/ready`)).json()).toEqual({
    status: 'ok',
    indexing: { waiting: 0, oldestSeconds: 0 },
  })
}, 60_000)
