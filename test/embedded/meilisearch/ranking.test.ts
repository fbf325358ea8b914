import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { fill, idsOf, startServer } from './support.ts'
import type { TestServer } from './support.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

let indexes = 0

/** The ids in the order in which a query finds these documents under these rules. */
async function order(
  rankingRules: string[],
  query: string,
  documents: object[],
  more = {},
  search = {},
): Promise<unknown[]> {
  const index = await fill(server.connect(), `ranked-${indexes++}`, { rankingRules, ...more }, documents)
  return idsOf(await index.search(query, search))
}

describe('each rule puts its own documents first', () => {
  test('words: more of the query', async () => {
    const documents = [
      { id: 1, text: 'clean' },
      { id: 2, text: 'clean water tank' },
      { id: 3, text: 'clean water' },
    ]
    expect(await order(['words'], 'clean water tank', documents)).toEqual([2, 3, 1])
  })

  test('typo: fewer typos', async () => {
    const documents = [
      { id: 1, text: 'vaczzne' },
      { id: 2, text: 'vaccinez' },
      { id: 3, text: 'vaccine' },
    ]
    const typoTolerance = { minWordSizeForTypos: { oneTypo: 3, twoTypos: 5 } }
    expect(await order(['typo'], 'vaccine ', documents, { typoTolerance })).toEqual([3, 2, 1])
  })

  test('proximity: words closer together, in the order of the query', async () => {
    const documents = [
      { id: 1, text: 'chain that is cold' },
      { id: 2, text: 'cold and long chain' },
      { id: 3, text: 'chain cold' },
      { id: 4, text: 'cold chain' },
    ]
    expect(await order(['proximity'], 'cold chain ', documents)).toEqual([4, 3, 2, 1])
  })

  test('proximity: a sentence end separates', async () => {
    const documents = [
      { id: 1, text: 'cold. chain' },
      { id: 2, text: 'cold or chain' },
    ]
    expect(await order(['proximity'], 'cold chain ', documents)).toEqual([2, 1])
  })

  test('attributeRank: a more important attribute', async () => {
    const documents = [
      { id: 1, text: 'pump', title: 'x' },
      { id: 2, text: 'x', title: 'well and pump' },
    ]
    expect(
      await order(['attributeRank'], 'pump', documents, { searchableAttributes: ['title', 'text'] }),
    ).toEqual([2, 1])
  })

  test('wordPosition: nearer to the beginning', async () => {
    const documents = [
      { id: 1, text: 'a b c d e f pump' },
      { id: 2, text: 'a pump' },
      { id: 3, text: 'pump' },
    ]
    expect(await order(['wordPosition'], 'pump', documents)).toEqual([3, 2, 1])
  })

  test('exactness: the whole field, then its beginning, then the very word', async () => {
    const documents = [
      { id: 1, text: 'the pumpkin' },
      { id: 2, text: 'the pump' },
      { id: 3, text: 'pump station' },
      { id: 4, text: 'pump' },
    ]
    expect(await order(['exactness'], 'pump', documents)).toEqual([4, 3, 2, 1])
  })

  test('custom: a number, descending; strings behind numbers, nothing last', async () => {
    const documents = [{ id: 1 }, { id: 2, amount: 'many' }, { id: 3, amount: 5 }, { id: 4, amount: 50 }]
    expect(await order(['amount:desc'], '', documents)).toEqual([4, 3, 2, 1])
    expect(await order(['amount:asc'], '', documents)).toEqual([3, 4, 2, 1])
  })
})

test('earlier rules outrank later ones', async () => {
  const documents = [
    { id: 1, text: 'clean tank', amount: 9 },
    { id: 2, text: 'clean water', amount: 1 },
  ]
  expect(await order(['words', 'amount:desc'], 'clean water', documents)).toEqual([2, 1])
  expect(await order(['amount:desc', 'words'], 'clean water', documents)).toEqual([1, 2])
})

test('the sort of a request counts where the settings place it', async () => {
  const documents = [
    { id: 1, text: 'vaccinez', amount: 1 },
    { id: 2, text: 'vaccine', amount: 2 },
  ]
  const more = { sortableAttributes: ['amount'] }
  const search = { sort: ['amount:asc'] }
  expect(await order(['typo', 'sort'], 'vaccine ', documents, more, search)).toEqual([2, 1])
  expect(await order(['sort', 'typo'], 'vaccine ', documents, more, search)).toEqual([1, 2])
})

test('equals stay in the order in which they came', async () => {
  const documents = [5, 3, 9, 1].map((id) => ({ id, text: 'same words' }))
  expect(await order(['words', 'typo'], 'same', documents)).toEqual([5, 3, 9, 1])
})

test('sorting by several fields, by text and by the best of several numbers', async () => {
  const documents = [
    { id: 1, country: 'peru', amount: [7, 1] },
    { id: 2, country: 'Kenya', amount: 3 },
    { id: 3, country: 'kenya', amount: [2, 9] },
  ]
  const more = { sortableAttributes: ['country', 'amount'] }
  expect(await order(['sort'], '', documents, more, { sort: ['country:asc', 'amount:asc'] })).toEqual([
    3, 2, 1,
  ])
  expect(await order(['sort'], '', documents, more, { sort: ['country:desc', 'amount:desc'] })).toEqual([
    1, 3, 2,
  ])
  expect(await order(['sort'], '', documents, more, { sort: ['amount:asc'] })).toEqual([1, 3, 2])
})

test('scores lie between 0 and 1, fall along the hits, and a threshold cuts hits and totals', async () => {
  const documents = [
    { id: 1, text: 'solar vaccine refrigerator' },
    { id: 2, text: 'a long text whose last words speak of solar power' },
    { id: 3, text: 'solar refrigerator' },
  ]
  const index = await fill(server.connect(), 'scored', {}, documents)
  const query = 'solar vaccine refrigerator'
  const { hits } = await index.search(query, { showRankingScore: true })
  const scores = hits.map((hit) => hit._rankingScore!)
  expect(idsOf({ hits })).toEqual([1, 3, 2])
  expect(scores[0]).toBe(1)
  expect(scores).toEqual([...scores].sort((one, other) => other - one))
  expect(scores.at(-1)).toBeGreaterThan(0)
  const cut = await index.search(query, { rankingScoreThreshold: 0.9 })
  expect(idsOf(cut)).toEqual([1])
  expect(cut.estimatedTotalHits).toBe(1)
})

describe('words written together or apart', () => {
  const documents = [
    { id: 1, text: 'a water tank' },
    { id: 2, text: 'a watertank' },
    { id: 3, text: 'water in a tank' },
  ]
  const strict = { typoTolerance: { enabled: false } }
  const all = { matchingStrategy: 'all' }

  test.each<[string, object, unknown[]]>([
    ['watertank ', {}, [2, 1]],
    ['watertank ', strict, [2, 1]],
    [
      'watertank ',
      { typoTolerance: { disableOnAttributes: ['text'], disableOnWords: ['watertank'] } },
      [2, 1],
    ],
    ['wat ertank ', {}, [2, 1]],
    ['wa ter tank ', {}, [1, 3, 2]],
    ['water tank ', strict, [1, 3, 2]],
    ['"water" tank ', {}, [1, 3]],
  ])('%s %j', async (query, more, ids) => {
    expect(await order(['typo'], query, documents, more, all)).toEqual(ids)
  })

  test('terms that are one word count as two apart', async () => {
    const index = await fill(server.connect(), 'joined', { rankingRules: ['proximity'] }, [
      { id: 1, text: 'cleanwater' },
      { id: 2, text: 'clean water' },
      { id: 3, text: 'clean the water' },
      { id: 4, text: 'water clean' },
    ])
    const { hits } = await index.search('clean water ', { ...all, showRankingScoreDetails: true } as object)
    const costs = hits.map((hit) => [hit['id'], hit._rankingScoreDetails!.proximity!.score])
    // One pair, at most 3 away from being neighbours: (3 + 1 - cost) of 4.
    expect(costs).toEqual([
      [2, 4 / 4],
      [1, 3 / 4],
      [3, 3 / 4],
      [4, 3 / 4],
    ])
  })
})

test('positions far from where the query asks cost by steps', async () => {
  const before = (words: number) => Array.from({ length: words }, (_, place) => `w${place}`).join(' ')
  const distances = [0, 1, 2, 4, 5, 7, 8, 11, 12, 15, 16, 30, 40, 100, 500, 2000]
  const documents = distances.map((words, id) => ({ id, text: `${before(words)} pump` }))
  const index = await fill(server.connect(), 'steps', { rankingRules: ['wordPosition'] }, documents)
  const { hits } = await index.search('pump ', { showRankingScoreDetails: true })
  const costs = hits.map((hit) => Math.round(11 - 11 * hit._rankingScoreDetails!['wordPosition']!.score))
  // 0:0 1:1 2-4:2 5-7:3 8-11:4 12-16:5; from 16 on positions are known as 24, 32, 64, 128, 512, 2048 only.
  expect(costs).toEqual([0, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 7, 7, 8, 9, 10])
})
