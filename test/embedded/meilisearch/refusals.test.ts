import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { SearchParams } from 'meilisearch'
import { fill, masterKey, refusal, startServer } from './support.ts'
import type { TestServer } from './support.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
  await fill(server.connect(), 'offers', {}, [{ id: 1 }])
})
afterAll(() => server.close())

describe('a search that cannot be answered is refused', () => {
  const cases: [object, string, string][] = [
    [{ colour: 'red' }, 'bad_request', 'Unknown field `colour`: expected one of `q`, '],
    [
      { limit: -1 },
      'invalid_search_limit',
      'Invalid value type for `.limit`: expected a positive integer, but found a negative integer: `-1`',
    ],
    [{ limit: '5' }, 'invalid_search_limit', 'expected a positive integer, but found a string: `"5"`'],
    [{ q: 5 }, 'invalid_search_q', 'expected a string'],
    [{ facets: 'type' }, 'invalid_search_facets', 'expected an array'],
    [
      { matchingStrategy: 'some' },
      'invalid_search_matching_strategy',
      'expected one of `last`, `all`, `frequency`',
    ],
    [{ rankingScoreThreshold: 1.5 }, 'invalid_search_ranking_score_threshold', 'between'],
    [{ attributesToSearchOn: 'title' }, 'invalid_search_attributes_to_search_on', 'expected an array'],
    [{ hybrid: { embedder: 'main' } }, 'feature_not_enabled', 'not supported by the embedded search'],
    [{ vector: [1, 2] }, 'feature_not_enabled', 'not supported by the embedded search'],
    [{ distinct: 'company' }, 'feature_not_enabled', 'not supported by the embedded search'],
    [{ personalize: { userContext: 'x' } }, 'feature_not_enabled', 'not supported by the embedded search'],
  ]
  test.each(cases)('%j', async (parameters, code, message) => {
    const error = await refusal(
      server
        .connect()
        .index('offers')
        .search('', parameters as SearchParams),
    )
    expect(error).toMatchObject({ status: 400, code })
    expect(error.message).toContain(message)
  })

  test('null stands for the default', async () => {
    const parameters = { filter: null, limit: null, vector: null, facets: null } as unknown as SearchParams
    expect((await server.connect().index('offers').search(null, parameters)).hits).toHaveLength(1)
  })
})

describe('what the original has and this leaves out says so', () => {
  test.each([
    ['POST', '/dumps'],
    ['POST', '/snapshots'],
    ['GET', '/batches'],
    ['GET', '/experimental-features'],
    ['POST', '/indexes/offers/similar'],
    ['POST', '/indexes/offers/documents/edit'],
  ])('%s %s', async (method, path) => {
    const answer = await send(method, path)
    expect(answer).toMatchObject({
      status: 400,
      body: { code: 'feature_not_enabled', type: 'invalid_request' },
    })
    expect(answer.body.message).toContain('not supported by the embedded search')
  })
})

test('what nobody knows is not found, and a wrong method is said', async () => {
  expect((await send('GET', '/nowhere')).status).toBe(404)
  expect((await send('PUT', '/indexes')).status).toBe(405)
})

test('a body must be JSON and say so', async () => {
  const headers = { authorization: `Bearer ${masterKey}`, 'content-type': 'text/plain' }
  const answer = await fetch(`${server.host()}/indexes/offers/search`, {
    method: 'POST',
    body: '{}',
    headers,
  })
  expect(answer.status).toBe(415)
  expect(await answer.json()).toMatchObject({
    code: 'invalid_content_type',
    link: 'https://docs.meilisearch.com/errors#invalid_content_type',
  })
})

async function send(method: string, path: string) {
  const headers = { authorization: `Bearer ${masterKey}`, 'content-type': 'application/json' }
  const response = await fetch(`${server.host()}${path}`, {
    method,
    headers,
    ...(method === 'POST' && { body: '{}' }),
  })
  return {
    status: response.status,
    body: (await response.json()) as { code: string; type: string; message: string },
  }
}
