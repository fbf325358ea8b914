import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startMeilisearch } from '../../server/embedded/meilisearch/index.ts'
import { refrigerators, refrigeratorsNeeded } from '../factories/postings.ts'
import { castFor } from '../support/cast.ts'
import { openSite } from '../support/site.ts'

test('with the search server away posting and screening go on, and matches and alerts follow when it is back', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'concord-search-'))
  const search = { folder, apiKey: 'key of the search server' }
  const first = await startMeilisearch(search)
  const site = await openSite({ MEILI_HOST: first.host, MEILI_API_KEY: search.apiKey })
  const cast = await castFor(site)
  await cast.wanjiru.api.post('/needs', refrigeratorsNeeded())
  await site.settled()
  await first.stop()

  const offer = await cast.ada.api.post('/offers', refrigerators())
  expect(offer.status).toBe(201)
  await site.settled()
  expect((await cast.ada.api.get(`/offers/${offer.body.id}/screening`)).body.verdict).toBe('cleared')
  expect((await cast.ada.api.get('/offers')).status).toBe(503)
  expect((await fetch(`${site.url}/offers`)).status).toBe(503)
  expect((await cast.wanjiru.api.get('/notifications')).body.unread).toBe(0)
  const ready = await fetch(`${site.url}/health/ready`)
  expect([ready.status, await ready.json()]).toEqual([200, { status: 'degraded', degraded: ['search'] }])

  const again = await startMeilisearch({ ...search, port: Number(new URL(first.host).port) })
  const heard = await cast.wanjiru.listens()
  expect(await heard.next()).toMatchObject({ offerId: offer.body.id })
  expect((await cast.ada.api.get('/offers')).body.total).toBe(1)
  await site.close()
  await again.stop()
  await rm(folder, { recursive: true, force: true })
}, 60_000)
