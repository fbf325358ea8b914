import { describe, expect, test } from '@jest/globals'
import { readDecision, seenOf } from '../../server/screening/decision-form.ts'
import { screenOffer } from '../../server/screening/screen-offer.ts'
import { company, context, offer } from './people.ts'

const screened = (at: string, changes = {}) =>
  offer({ ...changes, screening: screenOffer(offer(changes), company(), context({ now: new Date(at) })) })
const shown = screened('2026-03-01T09:00:00Z')
const body = (changes: Record<string, string> = {}) => ({
  _csrf: 'token',
  verdict: 'cleared',
  reason: 'The owner confirmed in writing.',
  seen: seenOf(shown),
  ...changes,
})

test('a whole decision is read', () => {
  expect(readDecision(body(), shown).decision).toMatchObject({
    verdict: 'cleared',
    reason: 'The owner confirmed in writing.',
  })
})

describe('what is missing is named', () => {
  test.each([
    ['verdict', { verdict: '' }],
    ['verdict', { verdict: 'open' }],
    ['reason', { reason: '   ' }],
    ['reason', { reason: 'too short' }],
    ['reason', { reason: 'x'.repeat(2_001) }],
    ['colour', { colour: 'blue' }],
  ])('%s in %j', (field, changes) => {
    const { decision, state } = readDecision(body(changes), shown)
    expect(decision).toBeUndefined()
    expect(Object.keys(state?.errors ?? {})).toEqual([field])
  })
})

describe('a decision counts only for what the officer had in view', () => {
  test.each([
    ['the company edited the offer', screened('2026-03-01T09:00:00Z', { revision: 2 })],
    ['the checks found something else', screened('2026-03-01T10:00:00Z')],
    ['the checks are still at it', offer({ revision: 2 })],
  ])('%s meanwhile', (_case, now) => {
    const { decision, state } = readDecision(body(), now)
    expect(decision).toBeUndefined()
    expect(state).toMatchObject({ changed: true, values: { reason: 'The owner confirmed in writing.' } })
  })
})
