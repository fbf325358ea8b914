import { describe, expect, test } from '@jest/globals'
import lists from '../../server/matching/broad-concepts.json' with { type: 'json' }
import { rarityFrom, supposedRarity, type Frequencies } from '../../server/matching/rarity.ts'
import { isConcept } from '../../server/vocabulary/concepts/concepts.ts'
import { stem } from '../../server/vocabulary/stem.ts'

const frequencies = (documents: number, stems: Record<string, number>): Frequencies => ({
  documents,
  ofStem: (asked) => stems[asked],
  ofConcept: () => undefined,
})

test('every concept that is called broad is one of the vocabulary', () => {
  expect([...lists.general, ...lists.settings].filter((id) => !isConcept(id))).toEqual([])
})

describe('what is supposed of words', () => {
  test.each([
    ['support', 'en'],
    ['communautés', 'fr'],
    ['mujeres', 'es'],
    ['беженцев', 'ru'],
    ['اللاجئين', 'ar'],
    ['妇女', 'zh'],
  ])('%s tells next to nothing', (word, language) => {
    expect(supposedRarity.ofStem(stem(word, language))).toBeLessThan(0.2)
  })

  test.each([
    ['refrigerator', 'en'],
    ['forage', 'fr'],
    ['скважина', 'ru'],
    ['冷藏箱', 'zh'],
  ])('%s tells', (word, language) => {
    expect(supposedRarity.ofStem(stem(word, language))).toBeGreaterThan(0.5)
  })

  test('a cause tells less than a field, a field less than a subject', () => {
    const [cause, field, subject] = ['refugees', 'energy', 'irrigation'].map((id) =>
      supposedRarity.ofConcept(id),
    )
    expect(cause).toBeLessThan(field ?? 0)
    expect(field).toBeLessThan(subject ?? 0)
  })
})

describe('what a collection says', () => {
  const large = rarityFrom(frequencies(20_000, { tent: 8_000, piano: 2 }))

  test('a word in many postings tells little, one in few tells much', () => {
    expect(large.ofStem('tent')).toBeLessThan(0.4)
    expect(large.ofStem('piano')).toBeGreaterThan(0.8)
  })

  test('among ten postings it counts for next to nothing', () => {
    const small = rarityFrom(frequencies(10, { tent: 8 }))
    expect(small.ofStem('tent')).toBeCloseTo(supposedRarity.ofStem('tent'), 1)
  })

  test('an empty collection leaves what is supposed', () => {
    const none = rarityFrom(frequencies(0, { tent: 0 }))
    expect(none.ofStem('tent')).toBe(supposedRarity.ofStem('tent'))
  })

  test('a word that nobody counted is as rare as supposed', () => {
    expect(large.ofStem('unheard')).toBe(supposedRarity.ofStem('unheard'))
  })
})
