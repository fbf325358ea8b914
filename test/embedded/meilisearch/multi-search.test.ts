import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Meilisearch } from 'meilisearch'
import { fill, refusal, startServer } from './support.ts'
import type { TestServer } from './support.ts'

let server: TestServer
let client: Meilisearch

beforeAll(async () => {
  server = await startServer()
  client = server.connect()
  await fill(client, 'offers', { filterableAttributes: ['country'] }, [
    { id: 1, title: 'cold chain', country: 'KEN' },
    { id: 2, title: 'cold water', country: 'PER' },
  ])
  await fill(client, 'needs', {}, [{ id: 9, title: 'chain of supply' }])
})
afterAll(() => server.close())

test('each query is answered by itself, in order, from its own index', async () => {
  const { results } = await client.multiSearch({
    queries: [
      {
        indexUid: 'offers',
        q: 'cold',
        filter: 'country = KEN',
        attributesToRetrieve: ['id'],
        showRankingScore: true,
      },
      { indexUid: 'needs', q: 'chain' },
      { indexUid: 'offers', q: '"cold"', limit: 0 },
    ],
  })
  expect(results.map(({ indexUid }) => indexUid)).toEqual(['offers', 'needs', 'offers'])
  expect(results[0]!.hits).toEqual([{ id: 1, _rankingScore: expect.any(Number) }])
  expect(results[1]!.hits).toEqual([{ id: 9, title: 'chain of supply' }])
  expect(results[2]).toMatchObject({ hits: [], limit: 0, estimatedTotalHits: 2 })
})

test('an error names the query that caused it', async () => {
  const wrong = client.multiSearch({
    queries: [{ indexUid: 'offers' }, { indexUid: 'offers', filter: 'colour = red' }],
  })
  const error = await refusal(wrong)
  expect(error.code).toBe('invalid_search_filter')
  expect(error.message).toMatch(
    /^Inside `\.queries\[1\]`: Index `offers`: Attribute `colour` is not filterable\./,
  )
  const absent = client.multiSearch({ queries: [{ indexUid: 'absent' }] })
  expect(await refusal(absent)).toMatchObject({ status: 404, code: 'index_not_found' })
})

test('a search by GET reads its parameters from the address', async () => {
  const answer = await client.index('offers').searchGet('cold', {
    filter: 'country = PER',
    limit: 5,
    attributesToRetrieve: ['id'],
    showRankingScore: false,
  })
  expect(answer).toMatchObject({ hits: [{ id: 2 }], limit: 5 })
})
