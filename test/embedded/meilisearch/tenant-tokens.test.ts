import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { generateTenantToken } from 'meilisearch/token'
import type { Key } from 'meilisearch'
import { fill, idsOf, refusal, startServer } from './support.ts'
import type { TestServer } from './support.ts'

let server: TestServer
let key: Key

beforeAll(async () => {
  server = await startServer()
  const client = server.connect()
  const documents = [
    { id: 1, title: 'pump', country: 'KEN' },
    { id: 2, title: 'pump', country: 'PER' },
  ]
  for (const uid of ['offers', 'offers_old', 'needs'])
    await fill(client, uid, { filterableAttributes: ['country'] }, documents)
  key = await client.createKey({ actions: ['search'], indexes: ['offers*'], expiresAt: null })
})
afterAll(() => server.close())

type Rules = Parameters<typeof generateTenantToken>[0]['searchRules']

async function holder(searchRules: Rules, expiresAt?: Date) {
  const { key: apiKey, uid: apiKeyUid } = key
  return server.connect(
    await generateTenantToken({ apiKey, apiKeyUid, searchRules, ...(expiresAt && { expiresAt }) }),
  )
}

test('a token searches what it and its key allow, and does nothing else', async () => {
  const tenant = await holder(['offers', 'needs'])
  expect(idsOf(await tenant.index('offers').search('pump'))).toEqual([1, 2])
  for (const forbidden of [
    () => tenant.index('offers_old').search('pump'),
    () => tenant.index('needs').search('pump'),
    () => tenant.multiSearch({ queries: [{ indexUid: 'needs' }] }),
    () => tenant.index('offers').getDocuments(),
  ])
    expect(await refusal(forbidden())).toMatchObject({ status: 403, code: 'invalid_api_key', type: 'auth' })
})

describe('the filter of a token is added to every search', () => {
  test('in a search, with a filter of its own or without', async () => {
    const offers = (await holder({ offers: { filter: 'country = KEN' } })).index('offers')
    expect(idsOf(await offers.search('pump'))).toEqual([1])
    expect(idsOf(await offers.search('pump', { filter: 'country = PER' }))).toEqual([])
    expect(idsOf(await offers.search('pump', { filter: [['country = PER', 'country = KEN']] }))).toEqual([1])
    expect(idsOf(await offers.searchGet('pump', { filter: 'country EXISTS' }))).toEqual([1])
  })

  test('in a multi-search and in a search for facet values', async () => {
    const tenant = await holder({ '*': { filter: ['country = KEN'] } })
    const { results } = await tenant.multiSearch({ queries: [{ indexUid: 'offers' }] })
    expect(idsOf(results[0]!)).toEqual([1])
    const values = await tenant.index('offers').searchForFacetValues({ facetName: 'country' })
    expect(values.facetHits).toEqual([{ value: 'KEN', count: 1 }])
  })

  test('the rule that names the index most closely counts', async () => {
    const rules = { '*': { filter: 'country = PER' }, 'off*': null, offers: { filter: 'country = KEN' } }
    const tenant = await holder(rules)
    expect(idsOf(await tenant.index('offers').search(''))).toEqual([1])
    expect(idsOf(await tenant.index('offers_old').search(''))).toEqual([1, 2])
  })
})

test('a token that is old, forged, unsigned or without its key is refused', async () => {
  const old = await refusal((await holder(['*'], new Date(2000, 1, 1))).index('offers').search(''))
  expect(old).toMatchObject({ status: 403, code: 'invalid_api_key' })
  expect(old.message).toMatch(/^Tenant token expired\. Was valid up to `\d+` and we're now `\d+`\.$/)
  const { uid: apiKeyUid } = key
  const forged = await generateTenantToken({ apiKey: 'another-secret', apiKeyUid, searchRules: ['*'] })
  const [, payload] = forged.split('.')
  const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')
  const strange = await generateTenantToken({
    apiKey: key.key,
    apiKeyUid: '3db051e0-423d-4b5c-a63a-f82a7043dce6',
    searchRules: ['*'],
  })
  for (const token of [forged, `${none}.${payload}.`, `${none}.${payload}`, strange, 'a.b.c'])
    expect(await refusal(server.connect(token).index('offers').search(''))).toMatchObject({
      status: 403,
      code: 'invalid_api_key',
    })
})
