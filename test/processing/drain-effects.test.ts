import { jest } from '@jest/globals'
import { drainEffects } from '../../server/processing/drain-effects.ts'
import { effect, type Effect } from '../../server/records/effect.ts'
import { outbox } from '../../server/records/outbox.ts'
import { refrigerators } from '../factories/postings.ts'
import { castFor, type Cast } from '../support/cast.ts'
import type { Person } from '../support/people.ts'
import { openSite, type Site } from '../support/site.ts'

interface Stored {
  _id: string
  effects: Effect[]
}

let site: Site
let cast: Cast

beforeEach(async () => {
  site = await openSite({ LOG_LEVEL: 'silent' })
  cast = await castFor(site)
  await site.settled()
})
afterEach(() => site.close())

const offers = () => site.services.connection.collection<Stored>('offers')
const kindsLeft = async (id: string) => (await offers().findOne({ _id: id }))?.effects.map(({ kind }) => kind)

async function postOffer({ api }: Person): Promise<string> {
  return (await api.post('/offers', refrigerators())).body.id
}

/** Lets an act on the offer carry an effect that no version of the software knows. */
const breakFirst = (id: string) => {
  const broken = effect('unheard-of', {}, new Date())
  return offers().updateOne({ _id: id }, { $push: { effects: { $each: [broken], $position: 0 } } })
}

test('an effect that can’t happen keeps neither its record nor another from going on, and stays', async () => {
  const broken = await postOffer(cast.ada)
  await site.settled()
  await breakFirst(broken)
  await cast.ada.api.patch(`/offers/${broken}`, { title: 'Sixty solar vaccine refrigerators' })
  const whole = await postOffer(cast.boris)
  await site.settled()
  expect((await cast.ada.api.get(`/offers/${broken}`)).body.status).toBe('open')
  expect((await cast.boris.api.get(`/offers/${whole}`)).body.status).toBe('open')
  expect((await site.services.audits.of(broken)).map(({ act }) => act)).toEqual(['post', 'edit'])
  expect(await kindsLeft(broken)).toEqual(['unheard-of'])
  expect(await kindsLeft(whole)).toEqual([])
})

test('however many effects can’t happen, the others find their place', async () => {
  await site.services.processing.stop()
  const broken = Array.from({ length: 100 }, (_, number) => ({
    _id: `0-broken-${number}`,
    effects: [effect('unheard-of', {}, new Date(0))],
  }))
  await offers().insertMany(broken)
  const whole = await postOffer(cast.boris)
  const services = { ...site.services, outbox: outbox(site.services.connection) }
  const now = new Date()
  expect(await drainEffects(services, now)).toBe(0)
  expect(await drainEffects(services, now)).toBe(1)
  expect(await kindsLeft(whole)).toEqual([])
})

test('what failed rests, is tried again after pauses that grow to five minutes, and happens once it can', async () => {
  await site.services.processing.stop()
  const id = await postOffer(cast.ada)
  const posted = (await offers().findOne({ _id: id }))!.effects[0]!.at.getTime()
  const stored = outbox(site.services.connection)
  const add = jest.fn(() => Promise.reject(new Error('The audit is out of reach')))
  const warn = jest.spyOn(site.services.log, 'warn')
  const failing = { ...site.services, outbox: stored, audits: { ...site.services.audits, add } }
  const tried: number[] = []
  for (const second of [0, 0.5, 0.9, 1, 1.5, 2, 3, 4, 7, 8, 600, 899, 900, 1_199, 1_200]) {
    const before = add.mock.calls.length
    expect(await drainEffects(failing, new Date(posted + second * 1_000))).toBe(0)
    if (add.mock.calls.length > before) tried.push(second)
  }
  expect(tried).toEqual([0, 1, 2, 4, 8, 600, 900, 1_200])
  expect(warn).toHaveBeenCalledTimes(8)
  expect(await site.services.audits.of(id)).toEqual([])

  const mended = { ...site.services, outbox: stored }
  expect(await drainEffects(mended, new Date(posted + 1_500_000))).toBe(1)
  expect(await site.services.audits.of(id)).toMatchObject([{ act: 'post', at: new Date(posted) }])
  expect(await kindsLeft(id)).toEqual([])
})
