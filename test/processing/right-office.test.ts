import { refrigerators, refrigeratorsNeeded } from '../factories/postings.ts'
import { castFor, type Cast } from '../support/cast.ts'
import { openSite, type Site } from '../support/site.ts'

let site: Site
let cast: Cast

beforeEach(async () => {
  site = await openSite()
  cast = await castFor(site)
})
afterEach(() => site.close())

test('a cleared offer for Kenya alerts the Kenya office live, and nobody in Peru', async () => {
  const need = await cast.wanjiru.api.post('/needs', refrigeratorsNeeded())
  await site.settled()
  const heardInNairobi = await cast.wanjiru.listens()
  const heardInLima = await cast.luis.listens()

  const offer = await cast.ada.api.post('/offers', refrigerators())

  const heard = await heardInNairobi.next()
  expect(heard).toMatchObject({ kind: 'match-found', offerId: offer.body.id, needId: need.body.id })
  expect(heard.score).toBeGreaterThanOrEqual(70)
  expect(heard.html).toContain('Fifty solar vaccine refrigerators')
  await site.settled()
  const inbox = await cast.wanjiru.api.get('/notifications')
  expect(inbox.body.items.map(({ id }: { id: string }) => id)).toEqual([heard.id])
  expect(inbox.body.unread).toBe(1)
  expect(heardInNairobi.all()).toHaveLength(1)
  expect(heardInNairobi.unread()).toBe(1)
  expect(heardInLima.all()).toEqual([])
  expect((await cast.luis.api.get('/notifications')).body).toEqual({ items: [], unread: 0 })
})

test('a need of headquarters in Kenya concerns headquarters and the Kenya office, no company and no other entity', async () => {
  await cast.hanna.api.post('/needs', refrigeratorsNeeded({ countries: ['KEN', 'UGA'] }))
  await cast.ada.api.post('/offers', refrigerators())
  await site.settled()
  const kinds = async (person: Cast[keyof Cast]) =>
    (await person.api.get('/notifications')).body.items.map(({ kind }: { kind: string }) => kind)
  expect(await kinds(cast.hanna)).toEqual(['match-found'])
  expect(await kinds(cast.wanjiru)).toEqual(['match-found'])
  expect(await kinds(cast.ada)).toEqual(['offer-screened'])
  expect(await kinds(cast.boris)).toEqual([])
  expect(await kinds(cast.luis)).toEqual([])
})

test('an offer that covers only Uganda does not ring in Kenya', async () => {
  await cast.hanna.api.post('/needs', refrigeratorsNeeded({ countries: ['KEN', 'UGA'] }))
  await cast.ada.api.post('/offers', refrigerators({ countries: ['UGA'] }))
  await site.settled()
  expect((await cast.hanna.api.get('/notifications')).body.unread).toBe(1)
  expect((await cast.wanjiru.api.get('/notifications')).body.unread).toBe(0)
})

test('matching runs both ways: a need that opens later finds the offer that waits', async () => {
  const offer = await cast.ada.api.post('/offers', refrigerators())
  await site.settled()
  const need = await cast.wanjiru.api.post('/needs', refrigeratorsNeeded())
  await site.settled()
  const { items } = (await cast.wanjiru.api.get(`/needs/${need.body.id}/matches`)).body
  expect(items).toMatchObject([{ offer: { id: offer.body.id }, status: 'suggested' }])
  expect((await cast.wanjiru.api.get('/notifications')).body.items).toMatchObject([
    { offerId: offer.body.id },
  ])
})

test('twenty offers and twenty needs posted at the same moment all find each other, each told once', async () => {
  const places = ['KEN', 'UGA', 'TZA', 'ETH', 'SOM', 'SDN', 'SSD', 'RWA', 'BDI', 'MOZ']
  const posts = places.flatMap((country) => [
    cast.hanna.api.post('/needs', refrigeratorsNeeded({ countries: [country] })),
    cast.ada.api.post(
      '/offers',
      refrigerators({ title: `Solar vaccine refrigerators for ${country}`, countries: [country] }),
    ),
  ])
  await Promise.all(posts)
  await site.settled()
  const { items } = (await cast.ada.api.get('/matches')).body
  expect(items).toHaveLength(places.length)
  const told = (await cast.hanna.api.get('/notifications')).body.items
  expect(told).toHaveLength(places.length)
  expect(new Set(told.map(({ matchId }: { matchId: string }) => matchId)).size).toBe(places.length)
})

test('what came while the browser was away comes at reconnect, in order and once', async () => {
  await cast.wanjiru.api.post('/needs', refrigeratorsNeeded())
  await cast.ada.api.post('/offers', refrigerators())
  await site.settled()
  const first = (await cast.wanjiru.api.get('/notifications')).body.items[0]
  const missed = ['Forty solar refrigerators for vaccines', 'Thirty solar vaccine fridges, installed']
  for (const title of missed) {
    await cast.boris.api.post(
      '/offers',
      refrigerators({ title, description: `${title}. New, with spare parts and training for health staff.` }),
    )
    await site.settled()
  }
  const back = await cast.wanjiru.listens(first.id)
  await back.next(({ title }) => title.includes('Thirty'))
  const news = back.all().filter(({ id }) => id !== first.id)
  expect(news.map(({ title }) => missed.findIndex((one) => title.includes(one)))).toEqual([0, 1])
})

test('reading is counted down here and in the other tab', async () => {
  await cast.wanjiru.api.post('/needs', refrigeratorsNeeded())
  const otherTab = await cast.wanjiru.listens()
  await cast.ada.api.post('/offers', refrigerators())
  const { id } = await otherTab.next()
  expect((await cast.luis.api.put(`/notifications/${id}/reading`)).status).toBe(404)
  expect((await cast.wanjiru.api.put(`/notifications/${id}/reading`)).status).toBe(204)
  expect((await cast.wanjiru.api.put(`/notifications/${id}/reading`)).status).toBe(204)
  const { body } = await cast.wanjiru.api.get('/notifications?unread=1')
  expect(body).toEqual({ items: [], unread: 0 })
  expect(otherTab.unread()).toBe(0)
})

test('the socket refuses who has no session and no token', async () => {
  const { listen } = await import('../support/ears.ts')
  await expect(listen(site.url, {})).rejects.toThrow('sign-in needed')
  await expect(listen(site.url, { token: 'made-up' })).rejects.toThrow('sign-in needed')
})
