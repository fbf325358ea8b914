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
      'Invalid value type at `.limit`: expected a positive integer, but found a negative integer: `-1`',
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
    [{ q: null, sort: ['title'] }, 'invalid_search_sort', 'ending by `:asc` or `:desc`, found `title`'],
    [{ sort: ['_geo:asc'] }, 'invalid_search_sort', '`_geo` is a reserved keyword'],
    [
      { sort: ['title:asc'] },
      'invalid_search_sort',
      'Index `offers`: Attribute `title` is not sortable. This index does not have configured sortable attributes.',
    ],
    [
      { facets: ['b', 'a'] },
      'invalid_search_facets',
      'Invalid facet distribution: Attributes `a, b` are not filterable. This index does not have configured filterable attributes.',
    ],
    [
      { facets: [5] },
      'invalid_search_facets',
      'Invalid value type at `.facets[0]`: expected a string, but found a positive integer: `5`',
    ],
    [{ filter: true }, 'invalid_search_filter', '`expected String, Array, found: true`.'],
    [
      { locales: ['xx'] },
      'invalid_search_locales',
      'Unknown value `xx` at `.locales[0]`: expected one of `af`, ',
    ],
    [
      { rankingScoreThreshold: 'high' },
      'invalid_search_ranking_score_threshold',
      'Invalid value type at `.rankingScoreThreshold`: expected a number, but found a string: `"high"`',
    ],
    [{ hybrid: { embedder: 'main' } }, 'invalid_search_embedder', 'Cannot find embedder with name `main`.'],
    [{ vector: [1, 2] }, 'missing_search_hybrid', 'missing `hybrid` parameter when `vector` is present'],
    [
      { distinct: 'company' },
      'invalid_search_distinct',
      'Index `offers`: Attribute `company` is not filterable and thus, cannot be used as distinct attribute.',
    ],
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

describe('a wrong parameter in the address is named', () => {
  test.each([
    ['limit=many', 'invalid_search_limit', 'could not parse `many` as a positive integer'],
    [
      'showRankingScore=yes',
      'invalid_search_show_ranking_score',
      'could not parse `yes` as a boolean, expected either `true` or `false`',
    ],
    [
      'matchingStrategy=some',
      'invalid_search_matching_strategy',
      'Unknown value `some` for parameter `matchingStrategy`: expected one of `last`, `all`, `frequency`',
    ],
    ['colour=red', 'bad_request', 'Unknown parameter `colour`: expected one of `q`, '],
  ])('%s', async (query, code, message) => {
    const answer = await send('GET', `/indexes/offers/search?${query}`)
    expect(answer).toMatchObject({ status: 400, body: { code } })
    expect(answer.body.message).toContain(message)
  })
})

describe('what the original has and this leaves out says so', () => {
  test.each([
    ['POST', '/dumps'],
    ['POST', '/snapshots'],
    ['POST', '/indexes/offers/similar'],
    ['POST', '/webhooks'],
    ['GET', '/indexes/offers/settings/chat'],
  ])('%s %s', async (method, path) => {
    const answer = await send(method, path)
    expect(answer).toMatchObject({
      status: 400,
      body: { code: 'feature_not_enabled', type: 'invalid_request' },
    })
    expect(answer.body.message).toContain('not supported by the embedded search')
  })
})

test('no experimental feature is on, or can be', async () => {
  expect(await send('GET', '/experimental-features')).toMatchObject({
    status: 200,
    body: { containsFilter: false, editDocumentsByFunction: false },
  })
  const client = server.connect()
  expect(await refusal(client.updateExperimentalFeatures({ containsFilter: true }))).toMatchObject({
    code: 'feature_not_enabled',
  })
  expect(await send('POST', '/indexes/offers/documents/edit')).toMatchObject({
    status: 400,
    body: { code: 'feature_not_enabled' },
  })
})

test('what nobody knows is not found, and a wrong method is said', async () => {
  const headers = { authorization: `Bearer ${masterKey}` }
  const absent = await fetch(`${server.host()}/nowhere`, { headers })
  expect([absent.status, await absent.text()]).toEqual([404, ''])
  const wrong = await fetch(`${server.host()}/indexes`, { method: 'PUT', headers })
  expect([wrong.status, await wrong.text()]).toEqual([405, ''])
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
