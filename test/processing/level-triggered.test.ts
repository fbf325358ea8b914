import { company } from '../factories/organisations.ts'
import { refrigerators, refrigeratorsNeeded } from '../factories/postings.ts'
import { castFor, type Cast } from '../support/cast.ts'
import { person } from '../support/people.ts'
import { openSite, type Site } from '../support/site.ts'

interface Stored {
  _id: string
  work: { done: Record<string, string> }
  effects: unknown[]
}

let site: Site
let cast: Cast

beforeEach(async () => {
  site = await openSite()
  cast = await castFor(site)
})
afterEach(() => site.close())

const counts = async () => {
  const count = (name: string) => site.services.connection.collection(name).countDocuments()
  return {
    matches: await count('matches'),
    notifications: await count('notifications'),
    audits: await count('audit'),
  }
}

const makeAllDue = async () => {
  const { connection } = site.services
  for (const name of ['offers', 'needs']) {
    await connection.collection(name).updateMany({}, { $set: { 'work.dueAt': new Date(0) } })
  }
}

async function matchedPair(): Promise<{ offerId: string; needId: string }> {
  const need = await cast.wanjiru.api.post('/needs', refrigeratorsNeeded())
  const offer = await cast.ada.api.post('/offers', refrigerators())
  await site.settled()
  return { offerId: offer.body.id, needId: need.body.id }
}

test('running every step again changes nothing: no second match, alert, audit entry or screening', async () => {
  const { offerId } = await matchedPair()
  const before = await counts()
  const screening = (await site.services.offers.find(offerId))?.screening
  await makeAllDue()
  await site.settled()
  expect(await counts()).toEqual(before)
  expect(before).toEqual({ matches: 1, notifications: 3, audits: 2 })
  expect((await site.services.offers.find(offerId))?.screening).toEqual(screening)
})

test('scoring a match again never resets what people did with it', async () => {
  const { offerId } = await matchedPair()
  const [match] = (await cast.ada.api.get(`/offers/${offerId}/matches`)).body.items
  await cast.wanjiru.api.post(`/matches/${match.id}/interest`)
  await cast.ada.api.patch(`/offers/${offerId}`, { title: 'Fifty solar refrigerators for vaccines' })
  await makeAllDue()
  await site.settled()
  expect((await cast.ada.api.get(`/offers/${offerId}/matches`)).body.items).toMatchObject([
    { id: match.id, status: 'interest', by: 'need' },
  ])
})

test('an edit that no longer fits takes back the suggestion nobody had touched', async () => {
  const { offerId } = await matchedPair()
  await cast.ada.api.patch(`/offers/${offerId}`, {
    title: 'Pro bono accounting courses for shopkeepers',
    description: 'Our accountants teach bookkeeping and tax returns to owners of small shops.',
    contributionTypes: ['expertise'],
    sdgs: [8],
  })
  await site.settled()
  expect((await cast.ada.api.get('/matches')).body.items).toEqual([])
})

test('a change of the company makes its offers due: a new barred industry holds what was cleared', async () => {
  const { offerId } = await matchedPair()
  const { organisations } = site.services
  const acme = (await organisations.find(cast.ada.organisation.id))!
  const profile = { ...acme.profile!, industry: '1200', revenueShares: { '1200': 60 } }
  await organisations.change(acme, { profile }, [], new Date())
  await site.settled()
  expect((await cast.ada.api.get(`/offers/${offerId}`)).body.status).toBe('held')
  expect((await cast.wanjiru.api.get('/matches')).body.items).toEqual([])
  const hits = await site.services.search.index('offers').search('')
  expect(hits.hits).toEqual([])
})

test('a new name on the watchlist makes offers due at the next start of the processing', async () => {
  const vega = await person(site, 'Vega', company('Vega Dual Use Trading'))
  const { body } = await vega.api.post('/offers', refrigerators())
  await site.settled()
  expect((await vega.api.get(`/offers/${body.id}`)).body.status).toBe('open')
  await site.services.watchlists.replace('Test list', [{ id: 'T-1', names: ['Vega Dual-Use Trading Ltd'] }])
  await site.services.processing.start()
  await site.settled()
  expect((await vega.api.get(`/offers/${body.id}`)).body.status).toBe('held')
})

test('a posting processed under older rules is due again', async () => {
  const { offerId } = await matchedPair()
  const offers = site.services.connection.collection<Stored>('offers')
  await offers.updateOne(
    { _id: offerId },
    { $set: { 'work.done.rules': 'older', 'screening.level': 'high' } },
  )
  await site.services.processing.start()
  await site.settled()
  const after = await offers.findOne({ _id: offerId })
  expect(after).toMatchObject({ screening: { level: 'low' }, work: { attempts: 0 } })
  expect(after?.work.done.rules).not.toBe('older')
})

describe('leases', () => {
  test('of two processes that claim at once each posting goes to one', async () => {
    await site.services.processing.stop()
    for (const number of [1, 2, 3, 4, 5])
      await cast.hanna.api.post('/needs', refrigeratorsNeeded({ title: `Need ${number}` }))
    const { needs } = site.services
    const now = new Date()
    const claims = await Promise.all([needs.claim(now, 5), needs.claim(now, 5), needs.claim(now, 5)])
    const claimed = claims.flat().map(({ posting }) => posting.id)
    expect(claimed).toHaveLength(5)
    expect(new Set(claimed).size).toBe(5)
    expect(await needs.claim(now, 5)).toEqual([])
  })

  test('what a dead process had claimed is free after its lease', async () => {
    await site.services.processing.stop()
    await cast.hanna.api.post('/needs', refrigeratorsNeeded())
    const { needs } = site.services
    const now = new Date()
    await needs.claim(now, 5)
    expect(await needs.claim(new Date(now.getTime() + 19_000), 5)).toEqual([])
    expect(await needs.claim(new Date(now.getTime() + 21_000), 5)).toHaveLength(1)
  })

  test('a slow step never overwrites a newer one: neither after an edit nor after another claim', async () => {
    await site.services.processing.stop()
    const { body } = await cast.ada.api.post('/offers', refrigerators())
    const { offers } = site.services
    const [slow] = await offers.claim(new Date(), 1)
    await cast.ada.api.patch(`/offers/${body.id}`, { title: 'A newer title for the offer' })
    expect(await offers.record(slow!, { reservedAt: new Date() })).toBe(false)
    const [second] = await offers.claim(new Date(), 1)
    const [third] = await offers.claim(new Date(Date.now() + 30_000), 1)
    expect(await offers.record(second!, { reservedAt: new Date() })).toBe(false)
    expect(await offers.record(third!, { fulfilledAt: new Date() })).toBe(true)
    expect(await offers.find(body.id)).toMatchObject({
      revision: 2,
      reservedAt: null,
      title: 'A newer title for the offer',
    })
  })

  test('finishing an outdated run leaves the posting due', async () => {
    await site.services.processing.stop()
    const { body } = await cast.ada.api.post('/offers', refrigerators())
    const { offers } = site.services
    const [run] = await offers.claim(new Date(), 1)
    await cast.ada.api.patch(`/offers/${body.id}`, { title: 'A newer title for the offer' })
    await offers.finish([run!.token], { rules: 'any' }, new Date())
    expect(await offers.due(new Date())).toBe(1)
  })
})

test('an act carries its effects in its own write, and they happen although the process died right after it', async () => {
  await site.services.processing.stop()
  const { body } = await cast.ada.api.post('/offers', refrigerators())
  const stored = await site.services.connection.collection<Stored>('offers').findOne({ _id: body.id })
  expect(stored?.effects).toMatchObject([{ kind: 'audit', data: { act: 'post', actor: { name: 'Ada' } } }])
  expect(await site.services.audits.of(body.id)).toEqual([])
  const { drainEffects } = await import('../../server/processing/drain-effects.ts')
  const { outbox } = await import('../../server/records/outbox.ts')
  const services = { ...site.services, outbox: outbox(site.services.connection) }
  const halfDone = { ...services, outbox: { ...services.outbox, drained: async () => {} } }
  await drainEffects(halfDone, new Date())
  await drainEffects(services, new Date())
  expect(await drainEffects(services, new Date())).toBe(0)
  expect(await site.services.audits.of(body.id)).toMatchObject([
    {
      act: 'post',
      actor: { id: cast.ada.id, name: 'Ada' },
      before: null,
      after: { title: 'Fifty solar vaccine refrigerators' },
    },
  ])
})
