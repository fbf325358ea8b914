import fc from 'fast-check'
import type { MatchSide } from '../../server/matching/match.ts'
import type { Offer } from '../../server/offers/offer.ts'
import { leftOf, standingPromises, sumOf, type Promised } from '../../server/offers/promise.ts'
import { ReservationRefused } from '../../server/reservations/reservation-refused.ts'
import {
  brought,
  confirmed,
  released,
  reserved,
  withPromises,
} from '../../server/reservations/reservation.ts'
import { supplyOf } from '../../server/reservations/supply-need.ts'
import type { Need } from '../../server/needs/need.ts'
import { postingRecord } from '../factories/posting-records.ts'

const start = new Date('2027-03-01T08:00:00Z')
const on = (days: number) => new Date(start.getTime() + days * 86_400_000)
const offer = (promises: Promised[] = [], amount = 50) =>
  ({
    ...postingRecord({ quantity: { amount, unit: 'pumps' } }),
    ...{ promises, reservedAt: null, fulfilledAt: null },
  }) as unknown as Offer
const promise = (changes: Partial<Promised> = {}): Promised => ({
  ...{ id: 'r1', matchId: 'm1', needId: 'n1', amount: 20, by: 'need' },
  ...{ reservedAt: start, lapsesAt: on(14), remindedAt: null, confirmedAt: null },
  ...changes,
})
const refusalOf = (act: () => unknown): string => {
  try {
    act()
    return 'none'
  } catch (error) {
    return error instanceof ReservationRefused ? error.refusal : String(error)
  }
}
const asked = (amount: number) => ({ matchId: 'm2', needId: 'n2', amount, by: 'offer' as const })

test.each([
  ['what is left can be had', () => reserved(offer([promise()]), asked(30), on(1)), 'none'],
  ['more than is left can’t', () => reserved(offer([promise()]), asked(31), on(1)), 'not-enough'],
  ['what has lapsed is free again', () => reserved(offer([promise()]), asked(50), on(14)), 'none'],
  [
    'what is confirmed never lapses',
    () => reserved(offer([promise({ confirmedAt: on(1) })]), asked(50), on(99)),
    'not-enough',
  ],
  [
    'one promise for a match',
    () => reserved(offer([promise()]), { ...asked(1), matchId: 'm1' }, on(1)),
    'already',
  ],
  ['the other side confirms', () => confirmed(offer([promise()]), 'm1', 'offer', on(1)), 'none'],
  ['the own side does not', () => confirmed(offer([promise()]), 'm1', 'need', on(1)), 'own'],
  [
    'nobody confirms twice',
    () => confirmed(offer([promise({ confirmedAt: on(1) })]), 'm1', 'offer', on(2)),
    'confirmed',
  ],
  ['nor what has lapsed', () => confirmed(offer([promise()]), 'm1', 'offer', on(14)), 'gone'],
  ['what is not there can’t be released', () => released(offer(), 'm1', on(1)), 'gone'],
])('%s', (_name, act, refusal) => {
  expect(refusalOf(act)).toBe(refusal)
})

test('the clock reminds two days before and lets lapse after two weeks, each once', () => {
  expect(brought(offer([promise()]), on(11))).toMatchObject({ lapsed: [], lapsing: [] })
  const reminded = brought(offer([promise()]), on(12))
  expect(reminded).toMatchObject({ lapsed: [], lapsing: [{ id: 'r1' }], kept: [{ remindedAt: on(12) }] })
  expect(brought(offer(reminded.kept), on(13))).toMatchObject({ lapsed: [], lapsing: [] })
  expect(brought(offer(reminded.kept), on(14))).toMatchObject({ lapsed: [{ id: 'r1' }], kept: [] })
  expect(withPromises(offer(), reminded.kept, on(12)).promisesDueAt).toEqual(on(14))
})

type Step = {
  act: 'reserve' | 'confirm' | 'release' | 'clock'
  match: number
  amount: number
  days: number
  side: MatchSide
}
const steps = fc.array(
  fc.record({
    act: fc.constantFrom<Step['act']>('reserve', 'confirm', 'release', 'clock'),
    match: fc.integer({ min: 1, max: 4 }),
    amount: fc.integer({ min: 1, max: 60 }).map((tenths) => tenths / 10),
    days: fc.integer({ min: 0, max: 9 }),
    side: fc.constantFrom<MatchSide>('offer', 'need'),
  }),
  { maxLength: 40 },
)

function next(now: Offer, { act, match, amount, side }: Step, at: Date): Promised[] {
  const matchId = `m${match}`
  if (act === 'reserve') return reserved(now, { matchId, needId: `n${match}`, amount, by: side }, at)
  if (act === 'confirm') return confirmed(now, matchId, side, at)
  return act === 'release' ? released(now, matchId, at) : brought(now, at).kept
}

test('whatever people and the clock do, no more is promised than there is, and what is left is told truly', () => {
  fc.assert(
    fc.property(steps, (taken) => {
      let now = offer([], 10)
      let day = 0
      for (const step of taken) {
        day += step.days
        try {
          now = { ...now, ...withPromises(now, next(now, step, on(day)), on(day)) }
        } catch (error) {
          if (!(error instanceof ReservationRefused)) throw error
        }
        const standing = standingPromises(now, on(day))
        expect(sumOf(standing)).toBeLessThanOrEqual(10)
        expect(sumOf(standing) + leftOf(now, on(day))).toBeCloseTo(10, 6)
        expect(new Set(standing.map(({ matchId }) => matchId)).size).toBe(standing.length)
      }
    }),
  )
})

const need = (amount: number, unit: string) =>
  ({
    ...postingRecord({ id: 'n1', quantity: { amount, unit } }),
    ...{ side: 'need', partlyMetAt: null, metAt: null },
  }) as unknown as Need
const sure = promise({ confirmedAt: on(1) })

test.each([
  [
    'nothing confirmed',
    need(40, 'pumps'),
    [offer([promise()])],
    { taken: 0, partlyMetAt: null, metAt: null },
  ],
  ['a part', need(40, 'pump'), [offer([sure])], { taken: 20, partlyMetAt: on(3), metAt: null }],
  [
    'by two offers',
    need(40, 'pumps'),
    [offer([sure]), offer([sure])],
    { taken: 40, partlyMetAt: on(3), metAt: on(3) },
  ],
  ['in another unit', need(40, 'litres'), [offer([sure])], { taken: 0, partlyMetAt: on(3), metAt: null }],
])('a need is met by what is confirmed: %s', (_name, asking, offers, expected) => {
  expect(supplyOf(asking, offers, on(3))).toEqual(expected)
})
