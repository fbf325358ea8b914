import { expect, test } from '@jest/globals'
import { funnelOf } from '../../server/statistics/funnel.ts'
import { medianOf } from '../../server/charts/median.ts'
import { perUnit, unitsOf } from '../../server/statistics/months.ts'
import { decisionTime, fateOf, outcomeOf, type CountedOffer } from '../../server/statistics/offer-fate.ts'
import { isWithin, spanOf } from '../../server/statistics/period.ts'
import { remember } from '../../server/statistics/remember.ts'
import { tally } from '../../server/statistics/tally.ts'
import { screening } from './screenings.ts'

const day = (number: number) => new Date(Date.UTC(2027, 2, number))
const now = new Date('2027-03-15T12:00:00Z')

const offer = (changes: Partial<CountedOffer> = {}): CountedOffer => ({
  ...{ id: 'o1', revision: 1, publishedAt: day(1), screening: null, decision: null },
  ...{ sdgs: [], countries: [], regions: [], contributionTypes: [] },
  ...changes,
})
const decision = (verdict: 'cleared' | 'refused', revision = 1) => ({
  ...{ revision, verdict, reason: 'We know them well.', over: ['name'], at: day(4) },
  by: { accountId: 'selma', name: 'Selma' },
})
const held = screening('held', day(2))

test.each<[string, CountedOffer, string | null]>([
  ['waits for the rules', offer(), null],
  ['was cleared by the rules', offer({ screening: screening('cleared', day(2)) }), 'cleared-by-rules'],
  ['is held', offer({ screening: held }), 'waiting'],
  ['was returned', offer({ screening: screening('returned', day(2)) }), 'returned'],
  ['was cleared by a person', offer({ screening: held, decision: decision('cleared') }), 'cleared-by-person'],
  ['was refused', offer({ screening: held, decision: decision('refused') }), 'refused'],
  [
    'was decided before its last edit',
    offer({ revision: 2, screening: { ...held, revision: 2 }, decision: decision('cleared') }),
    'waiting',
  ],
])('the outcome of an offer that %s', (_case, counted, outcome) => {
  expect(outcomeOf(counted)).toBe(outcome)
})

test('an offer that took a later step took those before it', () => {
  const heldAgain = offer({ screening: held })
  expect(fateOf(heldAgain, {})).toEqual({ posted: day(1), screened: day(2) })
  expect(fateOf(heldAgain, { answeredAt: day(6), introducedAt: day(8) })).toEqual({
    ...{ posted: day(1), screened: day(2), cleared: day(6) },
    ...{ answered: day(6), introduced: day(8) },
  })
  expect(Object.keys(fateOf(offer(), { partnershipAt: day(9) }))).toEqual([
    ...['posted', 'screened', 'cleared', 'answered', 'introduced', 'partnership'],
  ])
})

test('a decision takes as long as the person took, not the company', () => {
  const decided = offer({ screening: held, decision: decision('cleared') })
  expect(decisionTime(decided)).toBe(2 * 86_400_000)
  expect(decisionTime({ ...decided, revision: 2 })).toBeUndefined()
  expect(decisionTime(offer({ screening: held }))).toBeUndefined()
})

test('a funnel counts everybody, and times those whose times are known', () => {
  const cleared = { posted: day(1), screened: day(1), cleared: day(3) }
  const timed = Array.from({ length: 5 }, () => cleared)
  const funnel = funnelOf([...timed, { posted: day(1) }, { posted: day(2), screened: day(2) }], timed)
  expect(funnel.map(({ step, count }) => [step, count])).toEqual([
    ['posted', 7],
    ['screened', 6],
    ['cleared', 5],
    ['answered', 0],
    ['introduced', 0],
    ['partnership', 0],
  ])
  expect(funnel[2]).toMatchObject({ share: 5 / 6, median: { value: 2 * 86_400_000, cases: 5 } })
  expect(funnel[4]?.share).toBeNull()
})

test.each([
  [[], null],
  [[1, 2, 3, 4], null],
  [[5, 1, 4, 2, 3], 3],
  [[6, 1, 5, 2, 4, 3], 3.5],
])('the median of %j is %s', (values, median) => {
  expect(medianOf(values)).toEqual({ value: median, cases: values.length })
})

test.each([
  ['12-months', '2026-04-01T00:00:00.000Z'],
  ['this-year', '2027-01-01T00:00:00.000Z'],
] as const)('%s begin at %s', (period, from) => {
  const span = spanOf(period, now)
  expect(span.from?.toISOString()).toBe(from)
  expect(isWithin(new Date(from), span)).toBe(true)
  expect(isWithin(new Date(new Date(from).getTime() - 1), span)).toBe(false)
  expect(isWithin(new Date(now.getTime() + 1), span)).toBe(false)
})

test('months have no gap, and too many of them become years', () => {
  const months = tally()
  for (const month of ['2027-01', '2027-03', '2027-03']) months.add(month)
  const short = unitsOf({ from: null, until: now }, ['2027-01', '2027-03'])
  expect(short).toEqual({ unit: 'month', keys: ['2027-01', '2027-02', '2027-03'] })
  expect(perUnit(months, short)).toEqual([1, 0, 2])
  const long = unitsOf({ from: null, until: now }, ['2024-12', '2027-03'])
  expect(long).toEqual({ unit: 'year', keys: ['2024', '2025', '2026', '2027'] })
  expect(perUnit(months, long)).toEqual([0, 0, 0, 3])
})

test('figures are counted once a minute however many ask, and again after a failure', async () => {
  let clock = now
  let runs = 0
  const get = remember(
    async (key: string) => {
      runs += 1
      if (key === 'broken') throw new Error('no database')
      return `${key} ${runs}`
    },
    () => clock,
  )
  const [one, other] = await Promise.all([get('all'), get('all')])
  expect([one?.value, other?.value]).toEqual(['all 1', 'all 1'])
  clock = new Date(now.getTime() + 60_000)
  expect((await get('all')).value).toBe('all 2')
  await expect(get('broken')).rejects.toThrow('no database')
  await expect(get('broken')).rejects.toThrow('no database')
  expect(runs).toBe(4)
})
