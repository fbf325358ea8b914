import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Index } from 'meilisearch'
import { fill, idsOf, startServer, succeeded } from './support.ts'
import type { TestServer } from './support.ts'

let server: TestServer
let offers: Index

const ranking = ['words', 'typo', 'proximity', 'attributeRank', 'sort', 'wordPosition', 'exactness']

beforeAll(async () => {
  server = await startServer()
  const settings = {
    searchableAttributes: ['title', 'text'],
    sortableAttributes: ['amount'],
    filterableAttributes: ['company', 'amount'],
    rankingRules: ranking,
  }
  offers = await fill(server.connect(), 'offers', settings, [
    { id: 1, title: 'cold chain', text: 'pumps', amount: 4, company: 'Acme' },
    { id: 2, title: 'water', text: 'a chain for the cold', amount: 7, company: 'acme' },
    { id: 3, title: 'cold', text: 'water', amount: 1, company: ['Basra', 'Acme'] },
    { id: 4, title: 'coldest chain', text: 'ice' },
  ])
})
afterAll(() => server.close())

async function details(query: string, parameters = {}) {
  const answer = await offers.search(query, {
    ...parameters,
    showRankingScore: true,
    showRankingScoreDetails: true,
  })
  return answer.hits.map((hit) => ({
    id: hit['id'],
    score: hit._rankingScore,
    details: hit._rankingScoreDetails,
  }))
}

test('each rule tells what it made of a document', async () => {
  const [first, ...others] = await details('cold chain')
  expect(first).toEqual({
    id: 1,
    score: 1,
    details: {
      words: { order: 0, matchingWords: 2, maxMatchingWords: 2, score: 1 },
      typo: { order: 1, typoCount: 0, maxTypoCount: 2, score: 1 },
      proximity: { order: 2, score: 1 },
      attributeRank: { order: 3, score: 1 },
      wordPosition: { order: 4, score: 1 },
      exactness: { order: 5, matchType: 'exactMatch', score: 1 },
    },
  })
  expect(others.map(({ id }) => id)).toEqual([2, 3])
})

test('costs are those that a hand adds up', async () => {
  const second = (await details('cold chain')).find(({ id }) => id === 2)!
  // "chain for the cold": 3 words back, and one more for going back, is as far as can be: rank 1 of 4.
  // Both words in the second of two attributes: cost 2, rank 1 of 3.
  // "cold" stands at 4 where 0 is asked (2 steps), "chain" at 1 where 1 is asked (none): rank 19 of 21.
  // Both words stand there as written: rank 3 of 3, below no match of the whole attribute: rank 1 of 3.
  expect(second.details).toMatchObject({
    proximity: { score: 1 / 4 },
    attributeRank: { score: 1 / 3 },
    wordPosition: { score: 19 / 21 },
    exactness: { matchType: 'noExactMatch', matchingWords: 2, maxMatchingWords: 2, score: 1 / 3 },
  })
  // Each rule divides what the one before it left: (rank - 1) * most + rank, over the product of all mosts.
  const ranks = [
    [2, 2],
    [3, 3],
    [1, 4],
    [1, 3],
    [19, 21],
    [1, 3],
    [3, 3],
  ] as const
  const [rank, of] = ranks.reduce(
    ([rank, of], [inner, most]) => [(rank - 1) * most + inner, of * most],
    [1, 1],
  )
  expect(second.score).toBeCloseTo(rank / of, 12)
})

test('a dropped word and a sort are told of', async () => {
  const third = (await details('cold chain', { sort: ['amount:desc'] })).find(({ id }) => id === 3)!
  // With "chain" dropped the other rules are about "cold" alone, which is all of the title.
  expect(third.details).toEqual({
    words: { order: 0, matchingWords: 1, maxMatchingWords: 2, score: 1 / 2 },
    typo: { order: 1, typoCount: 0, maxTypoCount: 1, score: 1 },
    proximity: { order: 2, score: 1 },
    attributeRank: { order: 3, score: 1 },
    'amount:desc': { order: 4, value: 1 },
    wordPosition: { order: 5, score: 1 },
    exactness: { order: 6, matchType: 'exactMatch', score: 1 },
  })
  // Of the halves that dropping a word leaves, it has the upper end.
  expect(third.score).toBe(1 / 2)
  expect(await details('', { sort: ['amount:asc'] })).toMatchObject([
    { id: 3, score: 1, details: { 'amount:asc': { order: 0, value: 1 } } },
    { id: 1 },
    { id: 2 },
    { id: 4, details: { 'amount:asc': { order: 0, value: null } } },
  ])
})

test('the older rule for attributes tells of both its halves', async () => {
  await succeeded(offers.updateSettings({ rankingRules: ['words', 'typo', 'attribute'] }).waitTask())
  const [first] = await details('cold')
  await succeeded(offers.updateSettings({ rankingRules: ranking }).waitTask())
  expect(first!.details).toMatchObject({
    attribute: { order: 2, attributeRankingOrderScore: 1, queryWordDistanceScore: 1, score: 1 },
  })
})

test('documents below a threshold are neither shown nor counted', async () => {
  const scores = (await details('cold chain')).map(({ score }) => score!)
  const most = { rankingScoreThreshold: scores[1]!, showRankingScore: true }
  const kept = await offers.search('cold chain', most)
  expect(idsOf(kept)).toEqual([1, 2])
  expect(kept.estimatedTotalHits).toBe(2)
  const paged = await offers.search('cold chain', { ...most, hitsPerPage: 1, facets: ['amount'] })
  expect(paged).toMatchObject({ totalHits: 2, totalPages: 2, facetDistribution: { amount: { 4: 1, 7: 1 } } })
})

test('of documents that share a value the first is shown', async () => {
  const shown = await offers.search('', { distinct: 'company', sort: ['amount:desc'] })
  expect(idsOf(shown)).toEqual([2, 4])
  expect(shown.estimatedTotalHits).toBe(2)
  expect(await offers.search('', { distinct: 'company', hitsPerPage: 1 })).toMatchObject({
    totalHits: 2,
    hits: [{ id: 1 }],
  })
  await succeeded(offers.updateDistinctAttribute('company').waitTask())
  expect(idsOf(await offers.search('cold'))).toEqual([3, 4])
  await succeeded(offers.resetDistinctAttribute().waitTask())
  expect(idsOf(await offers.search('cold'))).toEqual([3, 1, 4, 2])
})

test('a search out of time gives what it found as it came', async () => {
  expect(idsOf(await offers.search('water'))).toEqual([2, 3])
  expect(idsOf(await offers.search('ice', { matchingStrategy: 'last' }))).toEqual([4])
  await succeeded(offers.updateSearchCutoffMs(0).waitTask())
  expect(idsOf(await offers.search('cold'))).toEqual([1, 2, 3, 4])
  await succeeded(offers.resetSearchCutoffMs().waitTask())
  expect(idsOf(await offers.search('cold'))).toEqual([3, 1, 4, 2])
})

test('by attribute, words of one attribute are as near as can be', async () => {
  await succeeded(offers.updateProximityPrecision('byAttribute').waitTask())
  const second = (await details('cold chain')).find(({ id }) => id === 2)!
  await succeeded(offers.resetProximityPrecision().waitTask())
  expect(second.details).toMatchObject({ proximity: { score: 1 } })
})
