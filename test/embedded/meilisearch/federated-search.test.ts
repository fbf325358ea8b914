import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { FederatedMultiSearchParams, Meilisearch } from 'meilisearch'
import { fill, idsOf, refusal, startServer } from './support.ts'
import type { TestServer } from './support.ts'

let server: TestServer
let client: Meilisearch

beforeAll(async () => {
  server = await startServer()
  client = server.connect()
  const settings = { filterableAttributes: ['country', 'amount'], sortableAttributes: ['amount'] }
  await fill(client, 'offers', settings, [
    { id: 1, title: 'cold chain', country: 'KEN', amount: 5 },
    { id: 2, title: 'cold water', country: 'PER', amount: 3 },
  ])
  await fill(client, 'needs', settings, [
    { id: 9, title: 'cold storage', country: 'KEN', amount: 4 },
    { id: 8, title: 'chain of supply', country: 'FJI', amount: 9 },
  ])
})
afterAll(() => server.close())

type Federation = FederatedMultiSearchParams['federation']
type Queries = FederatedMultiSearchParams['queries']

function federated(queries: Queries, federation: Federation = {}) {
  return client.multiSearch({ federation, queries })
}

test('the best hits of all queries come first, each telling where it is from', async () => {
  const answer = await federated([
    { indexUid: 'offers', q: 'cold chain' },
    { indexUid: 'needs', q: 'chain of supply' },
  ])
  expect(answer.hits[0]).toEqual({
    id: 1,
    title: 'cold chain',
    country: 'KEN',
    amount: 5,
    _federation: { indexUid: 'offers', queriesPosition: 0, weightedRankingScore: 1 },
  })
  expect(idsOf(answer)).toEqual([1, 8, 2])
  expect(answer).toMatchObject({ limit: 20, offset: 0, estimatedTotalHits: 3 })
})

test('a weight moves the hits of a query, and a document that two queries find is shown once', async () => {
  const queries = (weight: number): Queries => [
    { indexUid: 'offers', q: 'water' },
    { indexUid: 'offers', q: 'cold', federationOptions: { weight } },
  ]
  expect(idsOf(await federated(queries(0.5)))).toEqual([2, 1])
  expect(idsOf(await federated(queries(3)))).toEqual([1, 2])
})

test('sorted queries are merged by the values that they sort by', async () => {
  const answer = await federated([
    { indexUid: 'offers', sort: ['amount:desc'] },
    { indexUid: 'needs', sort: ['amount:desc'] },
  ])
  expect(idsOf(answer)).toEqual([8, 1, 9, 2])
})

test('paging is that of the whole', async () => {
  const queries: Queries = [{ indexUid: 'offers' }, { indexUid: 'needs' }]
  const second = await federated(queries, { limit: 2, offset: 2 })
  expect(second).toMatchObject({ limit: 2, offset: 2, estimatedTotalHits: 4 })
  expect(idsOf(second)).toHaveLength(2)
  expect(await federated(queries, { page: 2, hitsPerPage: 3 } as Federation)).toMatchObject({
    page: 2,
    hitsPerPage: 3,
    totalPages: 2,
    totalHits: 4,
  })
})

test('facets are counted for each index, or together', async () => {
  const queries: Queries = [
    { indexUid: 'offers', q: 'cold' },
    { indexUid: 'needs', q: 'cold' },
  ]
  const facetsByIndex = { offers: ['country'], needs: ['country', 'amount'] }
  expect((await federated(queries, { facetsByIndex })).facetsByIndex).toEqual({
    offers: { distribution: { country: { KEN: 1, PER: 1 } }, stats: {} },
    needs: { distribution: { country: { KEN: 1 }, amount: { 4: 1 } }, stats: { amount: { min: 4, max: 4 } } },
  })
  expect(await federated(queries, { facetsByIndex, mergeFacets: { maxValuesPerFacet: 1 } })).toMatchObject({
    facetDistribution: { country: { KEN: 2 }, amount: { 4: 1 } },
    facetStats: { amount: { min: 4, max: 4 } },
  })
})

describe('what a federation does not allow is refused', () => {
  test.each([
    [{ limit: 5 }, 'invalid_multi_search_query_pagination', 'Using pagination options is not allowed'],
    [{ facets: ['country'] }, 'invalid_multi_search_query_facets', 'Using facet options is not allowed'],
    [
      { federationOptions: { weight: -1 } },
      'invalid_multi_search_weight',
      'Invalid value at `.queries[0].federationOptions.weight`',
    ],
  ])('%j', async (query, code, message) => {
    const error = await refusal(federated([{ indexUid: 'offers', ...query }]))
    expect(error).toMatchObject({ status: 400, code })
    expect(error.message).toContain(message)
  })

  test('options of a federation without one', async () => {
    const queries = [{ indexUid: 'offers', federationOptions: { weight: 2 } }]
    expect(await refusal(client.multiSearch({ queries }))).toMatchObject({
      code: 'invalid_multi_search_federation_options',
    })
  })

  test('facets that their indexes order differently', async () => {
    await client
      .index('others')
      .updateSettings({
        filterableAttributes: ['country'],
        faceting: { sortFacetValuesBy: { '*': 'count' } },
      })
      .waitTask()
    const federation = { facetsByIndex: { offers: ['country'], others: ['country'] }, mergeFacets: {} }
    const error = await refusal(federated([{ indexUid: 'offers' }, { indexUid: 'others' }], federation))
    expect(error.code).toBe('invalid_multi_search_facet_order')
  })
})
