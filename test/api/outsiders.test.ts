import { refrigerators, refrigeratorsNeeded } from '../factories/postings.ts'
import { apiClient } from '../support/api-client.ts'
import { castFor } from '../support/cast.ts'
import { openSite } from '../support/site.ts'

test('an outsider sees no match of others and can neither answer it, nor take back or change what is not theirs', async () => {
  const site = await openSite()
  const { ada, boris, wanjiru, luis, selma } = await castFor(site)
  const need = (await wanjiru.api.post('/needs', refrigeratorsNeeded())).body
  const offer = (await ada.api.post('/offers', refrigerators())).body
  await site.settled()
  const [match] = (await wanjiru.api.get('/matches')).body.items

  for (const outsider of [boris, luis]) {
    expect((await outsider.api.get('/matches')).body.items).toEqual([])
    expect((await outsider.api.get(`/offers/${offer.id}/matches`)).body.items).toEqual([])
    expect((await outsider.api.get(`/needs/${need.id}/matches`)).body.items).toEqual([])
    expect((await outsider.api.post(`/matches/${match.id}/interest`)).status).toBe(404)
    expect((await outsider.api.post(`/matches/${match.id}/dismissal`, { reason: 'other' })).status).toBe(404)
    expect((await outsider.api.get(`/offers/${offer.id}/screening`)).status).toBe(403)
    expect((await outsider.api.post(`/offers/${offer.id}/withdrawal`)).status).toBe(403)
    expect((await outsider.api.post(`/needs/${need.id}/withdrawal`)).status).toBe(403)
    expect((await outsider.api.patch(`/needs/${need.id}`, { title: 'Taken over' })).status).toBe(403)
  }
  expect((await selma.api.post(`/matches/${match.id}/interest`)).status).toBe(403)
  const stranger = apiClient(site.url)
  for (const path of ['/matches', '/notifications', '/alert-rules', `/offers/${offer.id}/screening`]) {
    expect([path, (await stranger.get(path)).status]).toEqual([path, 401])
  }
  const rule = await wanjiru.api.post('/alert-rules', { name: 'Mine', side: 'offers' })
  expect((await luis.api.delete(`/alert-rules/${rule.body.id}`)).status).toBe(404)
  expect((await wanjiru.api.delete(`/alert-rules/${rule.body.id}`)).status).toBe(204)
  await site.close()
}, 60_000)

test('an alert rule rings for what it describes and for nothing else', async () => {
  const site = await openSite()
  const { ada, boris, luis } = await castFor(site)
  await luis.api.post('/alert-rules', { name: 'Pumps', side: 'offers', q: 'pumps', countries: ['PER'] })
  const about = 'Ten hand pumps with spare parts for wells of villages and schools, new and complete.'
  const fitting = { title: 'Ten hand pumps for wells', description: about, countries: ['PER'], sdgs: [6] }
  const pump = (await boris.api.post('/offers', refrigerators(fitting))).body
  await ada.api.post('/offers', refrigerators({ countries: ['PER'] }))
  await ada.api.post('/offers', refrigerators({ ...fitting, countries: ['KEN'] }))
  await site.settled()
  const { items } = (await luis.api.get('/notifications')).body
  expect(items.map(({ kind, offerId }: { kind: string; offerId: string }) => [kind, offerId])).toEqual([
    ['posting-fits', pump.id],
  ])
  await site.close()
}, 60_000)
