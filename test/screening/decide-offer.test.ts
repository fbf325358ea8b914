import { expect, test } from '@jest/globals'
import type { Account } from '../../server/accounts/account.ts'
import type { Offer } from '../../server/offers/offer.ts'
import type { Effect } from '../../server/records/effect.ts'
import { decideOffer } from '../../server/screening/decide-offer.ts'
import { screenOffer } from '../../server/screening/screen-offer.ts'
import { company, context, entity, now, offer } from './people.ts'

const selma: Account = {
  ...{ id: 'selma', name: 'Selma', email: 'selma@example.org', roles: ['screener'], epoch: 0 },
  mailPreference: 'at-once',
  organisation: entity('UNDP'),
}
const tobacco = company({ declarations: { tobacco: true } })
const held = offer({ screening: screenOffer(offer(), tobacco, context()) })
const word = { verdict: 'refused' as const, reason: 'Its main business is tobacco.' }

function desk(answer: (change: Partial<Offer>) => Offer | null) {
  const written: { change: Partial<Offer>; effects: Effect[] }[] = []
  const seen = { written, woken: 0 }
  return {
    ...seen,
    offers: {
      change: async (_read: Offer, change: Partial<Offer>, effects: Effect[]) => {
        written.push({ change, effects })
        return answer(change)
      },
    },
    wake: () => void (seen.woken += 1),
    now: () => now,
    wakes: () => seen.woken,
  }
}

test('one write carries the decision, its trace and the news; then the processing is woken', async () => {
  const here = desk((change) => ({ ...held, ...change }))
  const decided = await decideOffer(held, word, selma, here)
  expect(decided.decision).toMatchObject({ verdict: 'refused', by: { accountId: 'selma', name: 'Selma' } })
  expect(here.written).toHaveLength(1)
  expect(here.written[0]?.effects).toMatchObject([
    { kind: 'audit', data: { act: 'decide', record: { kind: 'offer', id: 'offer-1' } } },
    { kind: 'notify', data: { kind: 'offer-decided', offerId: 'offer-1', revision: 1, verdict: 'refused' } },
  ])
  expect(here.wakes()).toBe(1)
})

test('whoever comes second is told so, and nothing is woken', async () => {
  const here = desk(() => null)
  await expect(decideOffer(held, word, selma, here)).rejects.toMatchObject({ kind: 'conflict' })
  expect(here.wakes()).toBe(0)
})

test.each<[string, Offer, typeof word, string]>([
  ['an offer that is not held', offer(), word, 'conflict'],
  ['an offer of the own organisation', { ...held, organisationId: 'undp' }, word, 'forbidden'],
  ['a decision without a reason', held, { ...word, reason: 'no' }, 'invalid'],
])('%s is refused before anything is written', async (_case, read, said, kind) => {
  const here = desk(() => held)
  await expect(decideOffer(read, said, selma, here)).rejects.toMatchObject({ kind })
  expect(here.written).toEqual([])
})
