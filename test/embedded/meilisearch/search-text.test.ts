import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Settings } from 'meilisearch'
import type { Index } from 'meilisearch'
import { fill, idsOf, startServer, succeeded } from './support.ts'
import type { TestServer } from './support.ts'

let server: TestServer
let index: Index

const documents = [
  { id: 1, title: 'Solar vaccine refrigerators', text: 'Fifty units. Cold chain equipment for clinics.' },
  { id: 2, title: 'Water pumps', text: 'Solar pumps that bring drinking water to villages' },
  {
    id: 3,
    title: 'Legal expertise',
    text: 'Contracts, compliance and the chain of custody in a cold climate',
  },
  { id: 4, title: 'Sanitation engineers', text: 'Volunteers who build latrines' },
  { id: 5, title: 'Café équipement', text: 'Matériel pour l’hôtellerie' },
  { id: 6, title: 'أدوية الأطفال', text: 'مِيَاه نظيفة' },
  { id: 7, title: '疫苗冷链设备', text: '太阳能冰箱' },
  { id: 8, title: 'EmergencyShelter', text: 'tents and tarpaulins, 2024' },
  { id: 9, title: 'School meals', text: 'data base of suppliers', keywords: ['New York', 'nutrition'] },
]

beforeAll(async () => {
  server = await startServer()
  const settings = {
    searchableAttributes: ['title', 'text', 'keywords'],
    stopWords: ['the', 'of'],
    synonyms: { wash: ['sanitation', 'drinking water'], toilets: ['latrines'] },
  }
  index = await fill(server.connect(), 'offers', settings, documents)
})
afterAll(() => server.close())

describe('what is found, as a set', () => {
  const cases: [string, string, number[]][] = [
    ['a word', 'pumps', [2]],
    ['in any case', 'PUMPS', [2]],
    ['without accents', 'cafe equipement', [5]],
    ['the beginning of the last word', 'refrig', [1]],
    ['not the beginning of another word', 'refrig solar', []],
    ['not a beginning once a space ends it', 'refrig ', []],
    ['one typo in a word of five letters', 'pumts', [2]],
    ['no typo in a word of four', 'mels', []],
    ['two neighbours swapped as one typo', 'pupms', [2]],
    ['two typos in a word of nine', 'refregerotors', [1]],
    ['three typos not', 'refregerotorz', []],
    ['a wrong first letter as two typos', 'xefrigerators', [1]],
    ['a wrong first letter in a short word not', 'xumps', []],
    ['a typo in a beginning', 'sanitt', [4]],
    ['all words first, then fewer', 'solar refrigerators', [1, 2]],
    ['a phrase', '"cold chain"', [1]],
    ['a phrase across a sentence end not', '"units cold"', []],
    ['a phrase of one word without typos', '"pumts"', []],
    ['a phrase of one word without its beginning', '"pump"', []],
    ['a phrase over a stop word', '"chain of custody"', [3]],
    ['an unclosed phrase', '"cold chain', [1]],
    ['a phrase and a word', '"cold chain" pumps', [1]],
    ['not what a minus excludes', 'solar -pumps', [1]],
    ['not what an excluded phrase excludes', 'chain -"cold chain"', [3]],
    ['everything but what is excluded', '-solar -chain', [4, 5, 6, 7, 8, 9]],
    ['a hyphen inside a word as a space', 'cold-chain', [1, 3]],
    ['stop words as nothing', 'the solar', [2, 1]],
    ['only a stop word as a beginning', 'the', []],
    ['a synonym of one word', 'toilets ', [4]],
    ['a synonym of two words', 'wash ', [2, 4]],
    ['two words written as one', 'database', [9]],
    ['one word written as two', 'emergency shelters', [8]],
    ['words joined in the text', 'vac cine', [1]],
    ['a part of a camelCase word', 'shelter', [8]],
    ['a number', '2024', [8]],
    ['an element of a list', 'nutrition', [9]],
    ['Arabic without vowel marks', 'مياه', [6]],
    ['Arabic without its article and hamza', 'اطفال', [6]],
    ['Chinese words', '冷链', [7]],
    ['the beginning of a Chinese text', '疫苗', [7]],
    ['nothing', 'zzzzzzzzz', []],
    ['everything for an empty query', '', [1, 2, 3, 4, 5, 6, 7, 8, 9]],
  ]
  test.each(cases)('%s', async (_, query, ids) => {
    const answer = await index.search(query)
    expect(new Set(idsOf(answer))).toEqual(new Set(ids))
    expect(answer.estimatedTotalHits).toBe(ids.length)
  })
})

describe('matching strategies', () => {
  test('last drops words from the end, and never the first', async () => {
    expect(idsOf(await index.search('solar zzzzzz'))).toEqual([1, 2])
    expect(idsOf(await index.search('zzzzzz solar'))).toEqual([])
  })
  test('all drops none', async () => {
    expect(idsOf(await index.search('solar pumps', { matchingStrategy: 'all' }))).toEqual([2])
    expect(idsOf(await index.search('solar zzzzzz', { matchingStrategy: 'all' }))).toEqual([])
  })
  test('frequency drops what is most frequent, and first what is nowhere', async () => {
    expect(idsOf(await index.search('zzzzzz solar latrines', { matchingStrategy: 'frequency' }))).toEqual([4])
  })
})

test('only the named attributes are searched', async () => {
  expect(idsOf(await index.search('solar', { attributesToSearchOn: ['title'] }))).toEqual([1])
  expect(idsOf(await index.search('"cold chain"', { attributesToSearchOn: ['title'] }))).toEqual([])
})

test('typo tolerance can be switched off, for words, numbers, attributes or all', async () => {
  const tolerant = await fill(server.connect(), 'typos', { searchableAttributes: ['title', 'text'] }, [
    { id: 1, title: 'pumps', text: 'serial 123456' },
    { id: 2, title: 'wells', text: 'pumps' },
  ])
  const found = async (query: string) => new Set(idsOf(await tolerant.search(query)))
  expect(await found('pumts ')).toEqual(new Set([1, 2]))
  expect(await found('123457 ')).toEqual(new Set([1]))
  await succeeded(
    tolerant.updateTypoTolerance({ disableOnWords: ['pumts'], disableOnNumbers: true }).waitTask(),
  )
  expect(await found('pumts ')).toEqual(new Set())
  expect(await found('123457 ')).toEqual(new Set())
  await succeeded(
    tolerant.updateTypoTolerance({ disableOnWords: [], disableOnAttributes: ['title'] }).waitTask(),
  )
  expect(await found('pumts ')).toEqual(new Set([2]))
  await succeeded(tolerant.updateTypoTolerance({ enabled: false }).waitTask())
  expect(await found('pumts ')).toEqual(new Set())
})

test('without prefix search only whole words are found', async () => {
  const exact = await fill(server.connect(), 'whole', { prefixSearch: 'disabled' }, [
    { id: 1, title: 'refrigerators' },
  ])
  expect(idsOf(await exact.search('refrig'))).toEqual([])
  expect(idsOf(await exact.search('refrigerators'))).toEqual([1])
})

describe('settings say what separates words', () => {
  const documents = [
    { id: 1, title: 'C# and C++' },
    { id: 2, title: 'red&sep&green|blue' },
    { id: 3, title: 'J. R. R. Tolkien' },
    { id: 4, title: 'J. Austen' },
  ]
  test.each<[string, Settings, string, number[]]>([
    ['as usual', {}, '"c"', [1]],
    ['a sign that belongs to words', { nonSeparatorTokens: ['#', '+'] }, '"c#"', [1]],
    ['and makes another word of it', { nonSeparatorTokens: ['#', '+'] }, '"c"', []],
    ['as usual', {}, '"red sep green"', [2]],
    ['letters that separate', { separatorTokens: ['&sep&'] }, '"red green"', [2]],
    ['as usual', {}, '"r" tolkien', [3]],
    ['words that are kept whole', { dictionary: ['J. R. R.'] }, '"r" tolkien', []],
    ['and found as they are', { dictionary: ['J. R. R.'] }, '"J. R. R." tolkien', [3]],
  ])('%s: %j %s', async (_, settings, query, ids) => {
    const index = await fill(server.connect(), 'separated', settings, documents)
    expect(idsOf(await index.search(query))).toEqual(ids)
    await succeeded(index.resetSettings().waitTask())
  })

  test('what is kept whole is marked whole', async () => {
    const index = await fill(server.connect(), 'marked', { dictionary: ['J. R. R.'] }, documents)
    const { hits } = await index.search('J. R. R.', { attributesToHighlight: ['title'] })
    expect(hits[0]!._formatted!['title']).toBe('<em>J. R. R.</em> Tolkien')
  })
})
