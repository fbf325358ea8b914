import { verdictOf } from '../../server/offers/offer.ts'
import type { Offer } from '../../server/offers/offer.ts'
import { decide, DecisionRefused } from '../../server/screening/decide.ts'
import { screenOffer } from '../../server/screening/screen-offer.ts'
import { company, context, now, offer } from './people.ts'

const officer = { accountId: 'amina', name: 'Amina Yusuf', organisationId: 'unicef' }
const reason = 'Enhanced due diligence shows no ground to hold.'
const screened = (declarations: Record<string, boolean>, changes: Partial<Offer> = {}): Offer => {
  const posted = offer(changes)
  return { ...posted, screening: screenOffer(posted, company({ declarations }), context()) }
}
const refusalOf = (act: () => unknown) => {
  try {
    act()
  } catch (error) {
    return error instanceof DecisionRefused ? error.refusal : error
  }
  return 'decided'
}

test('clearing a held offer settles every open reason', () => {
  const held = screened({ tobacco: true, weapons: true })
  const decision = decide(held, { verdict: 'cleared', reason: `  ${reason} ` }, officer, now)
  expect(decision).toEqual({
    revision: 1,
    verdict: 'cleared',
    reason,
    over: ['permitted.weapons|basis=declaration|value=yes', 'permitted.tobacco|basis=declaration|value=yes'],
    by: { accountId: 'amina', name: 'Amina Yusuf' },
    at: now,
  })
  expect(verdictOf({ ...held, decision })).toBe('cleared')
})

test('a reason found later holds the offer again', () => {
  const held = screened({ tobacco: true })
  const decision = decide(held, { verdict: 'cleared', reason }, officer, now)
  const again = screened({ tobacco: true, weapons: true })
  expect(verdictOf({ ...again, decision })).toBe('held')
})

test('a refusal stands, also when new reasons come', () => {
  const held = screened({ tobacco: true })
  const decision = decide(held, { verdict: 'refused', reason }, officer, now)
  expect(verdictOf({ ...screened({ tobacco: true, weapons: true }), decision })).toBe('refused')
})

test.each<[string, Offer]>([
  ['cleared', screened({})],
  ['returned', screened({}, { contributionTypes: ['in-kind-goods'] })],
  ['not screened', offer()],
  ['edited since', { ...screened({ tobacco: true }), revision: 2 }],
])('an offer that is %s is not decided', (_, posted) => {
  expect(refusalOf(() => decide(posted, { verdict: 'cleared', reason }, officer, now))).toBe('not-held')
})

test('an offer is decided once', () => {
  const held = screened({ tobacco: true })
  const decision = decide(held, { verdict: 'refused', reason }, officer, now)
  expect(refusalOf(() => decide({ ...held, decision }, { verdict: 'cleared', reason }, officer, now))).toBe(
    'not-held',
  )
})

test('nobody decides on the own organisation, nor without a reason', () => {
  const held = screened({ tobacco: true })
  const own = { ...officer, organisationId: 'acme' }
  expect(refusalOf(() => decide(held, { verdict: 'cleared', reason }, own, now))).toBe('own-organisation')
  expect(refusalOf(() => decide(held, { verdict: 'cleared', reason: '  fine     ' }, officer, now))).toBe(
    'no-reason',
  )
  expect(refusalOf(() => decide(held, { verdict: 'cleared', reason: 'ten chars!' }, officer, now))).toBe(
    'decided',
  )
})
