import { describe, expect, test } from '@jest/globals'
import { mean, ndcgAt10, ratio, recallAt, reciprocalRank } from '../../scripts/evaluate/ranking.ts'

const ranked = ['a', 'b', 'c', 'd']

describe('the measures of a ranking', () => {
  test.each([
    [1, ['a', 'c'], 0.5],
    [3, ['a', 'c'], 1],
    [3, ['d'], 0],
    [9, ['d', 'x', 'y', 'z'], 0.25],
  ])('recall at %d of %j', (most, wanted, expected) => {
    expect(recallAt(most, ranked, wanted)).toBe(expected)
  })

  test.each([
    [['a'], 1],
    [['d', 'c'], 1 / 3],
    [['x'], 0],
  ])('reciprocal rank of %j', (wanted, expected) => {
    expect(reciprocalRank(ranked, wanted)).toBe(expected)
  })

  test.each([
    [['a'], 1],
    [['c'], 0.5],
    [['a', 'b'], 1],
    [['a', 'c'], 1.5 / (1 + 1 / Math.log2(3))],
    [['x'], 0],
  ])('gain at ten of %j', (wanted, expected) => {
    expect(ndcgAt10(ranked, wanted)).toBeCloseTo(expected, 10)
  })

  test('what stands after the tenth place gains nothing', () => {
    expect(ndcgAt10([...'abcdefghijk'], ['k'])).toBe(0)
    expect(ndcgAt10([...'abcdefghij'], ['j'])).toBeCloseTo(1 / Math.log2(11), 10)
  })

  test('means and shares of nothing are 0, others have four places', () => {
    expect([mean([]), ratio(1, 0), mean([1, 0, 0]), ratio(2, 3)]).toEqual([0, 0, 0.3333, 0.6667])
  })
})
