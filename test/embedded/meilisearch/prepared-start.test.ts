import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { Meilisearch } from 'meilisearch'
import { openStore } from '../../../server/embedded/meilisearch/storage/store.ts'
import type { Store } from '../../../server/embedded/meilisearch/storage/store.ts'
import { fill, idsOf, startServer, succeeded } from './support.ts'
import type { TestServer } from './support.ts'

const documents = [
  { id: 1, title: 'Solar pumps', text: 'Water for the fields. Ever more.', country: ['KEN'], year: 2024 },
  { id: 2, title: '太阳能水泵', text: 'élan \ud800 half a pair', country: ['ken', 'PER'], year: 2025.5 },
  { id: 3, title: 'Pump water', text: 'أَطْفال', country: [], year: null },
  { id: 'four', title: 'Water pumps', nested: { a: [{ b: true }] }, year: [2020, 2024] },
]
const settings = {
  searchableAttributes: ['title', 'text', 'nested'],
  filterableAttributes: ['country', 'year', 'nested.a.b'],
  sortableAttributes: ['year'],
  stopWords: ['for', 'the'],
}

let server: TestServer
beforeEach(async () => {
  server = await startServer()
})
afterEach(() => server.close())

/** Everything that the index knows, as searches tell it. */
async function answers(client: Meilisearch) {
  const index = client.index('offers')
  const words = [
    'water',
    '"solar pumps"',
    '水泵',
    'اطفال',
    'elan',
    'true',
    'watre',
    '"water fields"',
    'pumps for',
  ]
  const options = { attributesToRetrieve: ['id'], showRankingScore: true }
  return {
    ofWords: await Promise.all(words.map(async (q) => (await index.search(q, options)).hits)),
    facets: (await index.search('', { facets: ['*'] })).facetDistribution,
    filtered: idsOf(await index.search('', { filter: 'year >= 2024 AND NOT country = PER' })),
    sorted: idsOf(await index.search('', { sort: ['year:desc'] })),
    fields: (await index.getStats()).fieldDistribution,
    stored: (await index.getDocuments({ limit: 10 })).results,
  }
}

/** Works on what the stopped server stores, and starts it again. */
async function restartAfter(work: (store: Store) => unknown): Promise<Meilisearch> {
  return server.restart(async (folder) => {
    const store = openStore(folder)
    await store.write(() => void work(store))
    await store.close()
  })
}

const editionOf = (store: Store) => store.indexes.get('offers')!.edition!.number

const damages: [string, (store: Store) => void][] = [
  ['nothing', () => undefined],
  ['a missing document', (store) => store.prepared.removeSync([editionOf(store), 1])],
  [
    'a document torn in its words',
    (store) => {
      const key: [number, number] = [editionOf(store), 1]
      store.prepared.putSync(key, store.prepared.get(key)!.subarray(0, 9))
    },
  ],
  [
    'a document torn in its values',
    (store) => {
      const key: [number, number] = [editionOf(store), 0]
      store.prepared.putSync(key, store.prepared.get(key)!.subarray(0, -1))
    },
  ],
  [
    'a missing part of the word list',
    (store) => {
      const [first] = store.lists.getKeys({ limit: 1 })
      store.lists.removeSync(first!)
    },
  ],
  [
    'another version of the code or of the platform',
    (store) => {
      const record = store.indexes.get('offers')!
      store.indexes.putSync('offers', { ...record, edition: { number: editionOf(store), maker: 'another' } })
    },
  ],
  [
    'a version that prepared nothing',
    (store) => {
      const { edition: _, ...record } = store.indexes.get('offers')!
      store.indexes.putSync('offers', record)
      for (const key of [...store.prepared.getKeys()]) store.prepared.removeSync(key)
      for (const key of [...store.lists.getKeys()]) store.lists.removeSync(key)
    },
  ],
]

test.each(damages)('a start after %s answers as before, and goes on', async (_name, damage) => {
  const client = server.connect()
  const index = await fill(client, 'offers', settings, documents)
  await succeeded(
    index
      .addDocuments([
        { id: 9, title: 'gone' },
        { ...documents[0]!, text: 'old' },
      ])
      .waitTask(),
  )
  await succeeded(index.addDocuments([documents[0]!]).waitTask())
  await succeeded(index.deleteDocument(9).waitTask())
  const before = await answers(client)

  const again = await restartAfter(damage)

  expect(await answers(again)).toEqual(before)
  await succeeded(
    again
      .index('offers')
      .addDocuments([{ id: 5, title: 'entirely new letters' }])
      .waitTask(),
  )
  const third = await server.restart()
  expect(idsOf(await third.index('offers').search('letters'))).toEqual([5])
})

test('a start keeps what was prepared; what no index names is cleared away', async () => {
  await fill(server.connect(), 'offers', settings, documents)
  const seen: number[] = []
  await restartAfter((store) => {
    seen.push(editionOf(store))
    store.prepared.putSync([70, 0], Buffer.from('left by a crash'))
    store.lists.putSync([71, 0], [['word'], [], [], []])
  })
  const client = await restartAfter((store) => {
    seen.push(editionOf(store))
    const editions = [...store.prepared.getKeys(), ...store.lists.getKeys()].map(([edition]) => edition)
    seen.push(...new Set(editions))
  })
  expect(seen).toEqual([seen[0], seen[0], seen[0]])

  await succeeded(client.index('offers').updateStopWords(['water']).waitTask())
  await succeeded(
    client
      .index('others')
      .addDocuments([{ id: 1, title: 'water' }])
      .waitTask(),
  )
  await succeeded(client.deleteIndex('others').waitTask())
  const left = new Set<number>()
  await restartAfter((store) => {
    for (const [edition] of store.prepared.getKeys()) left.add(edition)
    left.delete(editionOf(store))
  })
  expect(left.size).toBe(0)
})
