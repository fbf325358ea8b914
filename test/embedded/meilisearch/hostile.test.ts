import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Index } from 'meilisearch'
import { fill, idsOf, startServer, succeeded } from './support.ts'
import type { TestServer } from './support.ts'

const strange = [
  'plain',
  'it\'s "quoted"',
  'back\\slash \\" both',
  '\u202egnirts desrever\u202c',
  'zero\u200bwidth',
  '👩🏽‍🚒 fire engine 🚒',
  '\ud800 lonely half',
  '__proto__',
  'constructor',
  'line\nbreak\ttab\0nul',
  'a'.repeat(10_000),
  '٣٠٠ شاحنة',
  '<script>alert(1)</script>',
  "' OR state = open --",
  '{}[]()<>|&;$`',
]

let server: TestServer
let index: Index

beforeAll(async () => {
  server = await startServer()
  const documents = strange.map(
    (text, id) => JSON.parse(JSON.stringify({ id, title: text, label: text })) as Record<string, unknown>,
  )
  const filterableAttributes = ['label', '__proto__', 'constructor', 'prototype.polluted']
  index = await fill(server.connect(), 'strange', { filterableAttributes }, documents)
})
afterAll(() => server.close())

describe('every strange text', () => {
  test.each(strange.map((text, id) => [text.slice(0, 30), id] as const))(
    '%j comes back as it went in',
    async (_, id) => {
      expect(await index.getDocument(id)).toEqual({ id, title: strange[id], label: strange[id] })
    },
  )

  test.each(strange.map((text, id) => [text.slice(0, 30), id] as const))(
    '%j is found by a filter',
    async (_, id) => {
      const value = strange[id]!.replaceAll('\\', '\\\\').replaceAll('"', '\\"')
      expect(idsOf(await index.search('', { filter: `label = "${value}"` }))).toEqual([id])
    },
  )

  test('can be a query', async () => {
    for (const text of strange) {
      const answer = await index.search(text, {
        attributesToHighlight: ['*'],
        attributesToCrop: ['*'],
        showMatchesPosition: true,
      })
      expect(answer.hits.length).toBeLessThanOrEqual(strange.length)
    }
  })

  test('is counted as a facet', async () => {
    const { facetDistribution } = await index.search('', { facets: ['label'] })
    expect(Object.keys(facetDistribution!['label']!)).toHaveLength(strange.length)
    expect(Object.getOwnPropertyDescriptor(facetDistribution!['label'], '__proto__')?.value).toBe(1)
  })
})

test('fields named like inner parts of objects are only fields', async () => {
  const documents =
    '[{"id":100,"__proto__":{"polluted":"yes"},"constructor":"c","prototype":{"polluted":"yes"}}]'
  await succeeded(index.addDocumentsFromString(documents, 'application/json').waitTask())
  await succeeded(
    index.updateDocumentsFromString('[{"id":100,"title":"merged"}]', 'application/json').waitTask(),
  )
  const raw = await fetch(`${server.host()}/indexes/strange/documents/100`, {
    headers: { authorization: 'Bearer a-master-key' },
  })
  expect(await raw.text()).toBe(
    '{"id":100,"__proto__":{"polluted":"yes"},"constructor":"c","prototype":{"polluted":"yes"},"title":"merged"}',
  )
  expect(idsOf(await index.search('', { filter: '"__proto__.polluted" = yes' }))).toEqual([100])
  expect(idsOf(await index.search('', { filter: 'constructor = c' }))).toEqual([100])
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
})

test('invisible marks do not hide a word', async () => {
  expect(idsOf(await index.search('zerowidth'))).toEqual([4])
  expect(idsOf(await index.search('gnirts'))).toEqual([3])
})

test('a query of 10,000 words is answered from its first ten', async () => {
  const query = 'fire engine ' + 'nothing '.repeat(10_000)
  expect(idsOf(await index.search(query))).toEqual([5])
})

test('a text of 100,000 words is found by its early words only', async () => {
  const text = Array.from({ length: 100_000 }, (_, place) => `w${place}`).join(' ')
  await succeeded(index.addDocuments([{ id: 200, title: text }]).waitTask())
  expect(idsOf(await index.search('w60000 '))).toEqual([200])
  expect(idsOf(await index.search('"w70000"'))).toEqual([])
})
