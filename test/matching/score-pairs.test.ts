import { describe, expect, test } from '@jest/globals'
import { scoreCandidates } from '../../server/matching/rank.ts'
import { rarityFrom, type Rarity } from '../../server/matching/rarity.ts'
import { judgedPairs, type Band, type JudgedPair } from './pairs.ts'
import { aNeed, anOffer, now } from './postings.ts'

const bands: Record<Band, [number, number]> = { same: [70, 100], related: [30, 69], unrelated: [0, 29] }

function scoreOf(pair: JudgedPair, rarity?: Rarity): number | undefined {
  const context = { now, entityOf: (id: string) => id, rarity }
  return scoreCandidates(aNeed(pair.need), [anOffer(pair.offer)], context)[0]?.score.score
}

/** A collection in which every word stands in 2 and every concept in 5 of a hundred postings. */
const largeCollection = rarityFrom({ documents: 20_000, ofStem: () => 400, ofConcept: () => 1_000 })

describe.each(Object.entries(bands))('pairs judged %s', (band, [least, most]) => {
  const judged = judgedPairs.filter((pair) => pair.band === band)

  test.each(judged.map((pair) => [pair.name, pair] as const))('%s', (_, pair) => {
    const score = scoreOf(pair)
    expect(score).toBeGreaterThanOrEqual(least)
    expect(score).toBeLessThanOrEqual(most)
  })

  test.each(judged.map((pair) => [pair.name, pair] as const))('%s, in a large collection', (_, pair) => {
    const score = scoreOf(pair, largeCollection)
    expect(score).toBeGreaterThanOrEqual(least)
    expect(score).toBeLessThanOrEqual(most)
  })
})
