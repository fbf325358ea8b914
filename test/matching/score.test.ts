import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { scoreCandidates, rankCandidates, MATCH_THRESHOLD } from '../../server/matching/rank.ts'
import type { PostingContent } from '../../server/postings/posting.ts'
import { aNeed, anOffer, now } from './postings.ts'

const context = { now, entityOf: (id: string) => id }
const texts = fc.constantFrom(
  'Fifty solar vaccine refrigerators',
  'Réfrigérateurs solaires',
  'ثلاجات شمسية لحفظ اللقاحات',
  '太阳能疫苗冷藏箱',
  'Школьное питание для детей',
  'Upright pianos',
  '<script>alert(1)</script>',
  '{{constructor}} $t(common:title)',
  '__proto__ constructor toString',
  '\u202Eesrever\u202C 🧊🚑',
  'a'.repeat(160),
  '',
)
const moments = fc.option(
  fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true }),
  {
    nil: undefined,
  },
)
const contents: fc.Arbitrary<Partial<PostingContent>> = fc.record({
  title: texts,
  description: fc.array(texts, { maxLength: 4 }).map((parts) => parts.join('. ')),
  language: fc.constantFrom('en', 'fr', 'ar', 'zh', 'ru', 'es', 'hi'),
  sdgs: fc.uniqueArray(fc.integer({ min: 1, max: 17 }), { maxLength: 3 }),
  countries: fc.subarray(['KEN', 'PER']),
  contributionTypes: fc.subarray(['cash', 'expertise']),
  industry: fc.constantFrom(undefined, '2100', '21', 'C', 'nonsense'),
  quantity: fc.constantFrom(undefined, { amount: 5, unit: 'boxes' }, { amount: 0, unit: '' }),
  availableFrom: moments,
  availableUntil: moments,
  urgency: fc.constantFrom(undefined, 'hours' as const, 'months' as const),
})

describe('a score', () => {
  test('is a whole number from 0 to 100, the sum of its factors, whose weights make 100', () => {
    fc.assert(
      fc.property(contents, contents, (given, asked) => {
        for (const { score } of scoreCandidates(anOffer(given), [aNeed(asked)], context)) {
          expect(Number.isInteger(score.score)).toBe(true)
          expect(score.score).toBeGreaterThanOrEqual(0)
          expect(score.score).toBeLessThanOrEqual(100)
          expect(score.factors.reduce((sum, { points }) => sum + points, 0)).toBe(score.score)
          expect(score.factors.reduce((sum, { of }) => sum + of, 0)).toBe(100)
          for (const { points, of } of score.factors) expect(points >= 0 && points <= of).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('is the same from both sides', () => {
    fc.assert(
      fc.property(contents, contents, (given, asked) => {
        const [offer, need] = [anOffer(given), aNeed(asked)]
        const fromOffer = scoreCandidates(offer, [need], context).map(({ score }) => score)
        const fromNeed = scoreCandidates(need, [offer], context).map(({ score }) => score)
        expect(fromOffer).toEqual(fromNeed)
      }),
      { numRuns: 100 },
    )
  })

  test('is worked out in reasonable steps for a single word of 10,000 letters', () => {
    const endless = { title: 'x'.repeat(160), description: 'x'.repeat(10_000) }
    expect(scoreCandidates(anOffer(endless), [aNeed(endless)], context)).toHaveLength(1)
  })
})

describe('ranking', () => {
  const fridges = { title: 'Solar vaccine refrigerators', description: 'Cold chain for clinics.' }

  test('keeps what reaches the threshold, best first, ties by id', () => {
    const need = aNeed(fridges)
    const offers = [
      anOffer({ ...fridges, id: 'b' }),
      anOffer({ ...fridges, id: 'a' }),
      anOffer({ id: 'boats', title: 'Fishing boats', description: 'For lakes.' }),
      anOffer({ id: 'syringes', title: 'Syringes for vaccines', description: 'Two million.' }),
    ]
    const ranked = rankCandidates(need, offers, context)
    expect(ranked.map(({ posting }) => posting.id)).toEqual(['a', 'b', 'syringes'])
    expect(ranked.every(({ score }) => score.score >= MATCH_THRESHOLD)).toBe(true)
  })

  test.each([
    ['the place', { countries: ['PER'] }],
    ['the kind of contribution', { contributionTypes: ['cash' as const] }],
    ['the time', { availableFrom: new Date('2027-01-01') }],
  ])('leaves out what %s parts', (_, fields) => {
    const need = aNeed({ ...fridges, availableUntil: new Date('2026-12-01') })
    expect(scoreCandidates(need, [anOffer({ ...fridges, ...fields })], context)).toEqual([])
  })

  test('leaves out a need of an entity, or of its office, that the offer is barred for', () => {
    const screening = { barredFor: ['unicef'] } as NonNullable<ReturnType<typeof anOffer>['screening']>
    const offer = anOffer({ ...fridges, screening })
    const needs = [
      aNeed({ ...fridges, organisationId: 'unicef-kenya', id: 'office' }),
      aNeed({ ...fridges, organisationId: 'unicef', id: 'entity' }),
      aNeed({ ...fridges, organisationId: 'who', id: 'other' }),
    ]
    const entityOf = (id: string) => (id === 'unicef-kenya' ? 'unicef' : id)
    const ranked = rankCandidates(offer, needs, { now, entityOf })
    expect(ranked.map(({ posting }) => posting.id)).toEqual(['other'])
  })

  test('an edited posting is judged anew', () => {
    const need = aNeed(fridges)
    const first = anOffer({ ...fridges, id: 'same' })
    const edited = { ...first, revision: 2, title: 'Fishing boats', description: 'For lakes.' }
    expect(rankCandidates(need, [first], context)).toHaveLength(1)
    expect(rankCandidates(need, [edited], context)).toEqual([])
  })
})
