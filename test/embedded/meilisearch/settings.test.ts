import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Settings } from 'meilisearch'
import { fill, idsOf, refusal, startServer, succeeded } from './support.ts'
import type { TestServer } from './support.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

test('a new index has the defaults of the original', async () => {
  const client = server.connect()
  await succeeded(client.createIndex('fresh').waitTask())
  expect(await client.index('fresh').getSettings()).toEqual({
    displayedAttributes: ['*'],
    searchableAttributes: ['*'],
    filterableAttributes: [],
    sortableAttributes: [],
    foreignKeys: [],
    rankingRules: ['words', 'typo', 'proximity', 'attributeRank', 'sort', 'wordPosition', 'exactness'],
    stopWords: [],
    nonSeparatorTokens: [],
    separatorTokens: [],
    dictionary: [],
    synonyms: {},
    distinctAttribute: null,
    proximityPrecision: 'byWord',
    typoTolerance: {
      enabled: true,
      minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 },
      disableOnWords: [],
      disableOnAttributes: [],
      disableOnNumbers: false,
    },
    faceting: { maxValuesPerFacet: 100, sortFacetValuesBy: { '*': 'alpha' } },
    pagination: { maxTotalHits: 1000 },
    embedders: {},
    searchCutoffMs: null,
    localizedAttributes: null,
    facetSearch: true,
    prefixSearch: 'indexingTime',
  })
})

test('an update changes what it names, null resets, and objects are merged', async () => {
  const index = server.connect().index('changed')
  await succeeded(index.updateSettings({ stopWords: ['the'], pagination: { maxTotalHits: 5 } }).waitTask())
  const task = await succeeded(
    index
      .updateSettings({ typoTolerance: { minWordSizeForTypos: { oneTypo: 4 } }, stopWords: null })
      .waitTask(),
  )
  expect(task.details).toEqual({ typoTolerance: { minWordSizeForTypos: { oneTypo: 4 } }, stopWords: null })
  expect(await index.getSettings()).toMatchObject({
    stopWords: [],
    pagination: { maxTotalHits: 5 },
    typoTolerance: { enabled: true, minWordSizeForTypos: { oneTypo: 4, twoTypos: 9 } },
  })
  await succeeded(index.resetSettings().waitTask())
  expect(await index.getPagination()).toEqual({ maxTotalHits: 1000 })
})

test('each setting has an address of its own', async () => {
  const index = server.connect().index('parts')
  await succeeded(index.updateRankingRules(['words', 'sort']).waitTask())
  await succeeded(index.updateSynonyms({ wash: ['sanitation'] }).waitTask())
  await succeeded(index.updateFaceting({ maxValuesPerFacet: 7 }).waitTask())
  await succeeded(index.updateSortableAttributes(['b', 'a']).waitTask())
  await succeeded(
    index.updateLocalizedAttributes([{ attributePatterns: ['*_zh'], locales: ['zho'] }]).waitTask(),
  )
  await succeeded(index.updateDisplayedAttributes(['id']).waitTask())
  expect(await index.getRankingRules()).toEqual(['words', 'sort'])
  expect(await index.getSynonyms()).toEqual({ wash: ['sanitation'] })
  expect(await index.getFaceting()).toEqual({ maxValuesPerFacet: 7, sortFacetValuesBy: { '*': 'alpha' } })
  expect(await index.getSortableAttributes()).toEqual(['a', 'b'])
  expect(await index.getLocalizedAttributes()).toEqual([{ attributePatterns: ['*_zh'], locales: ['zho'] }])
  await succeeded(index.resetDisplayedAttributes().waitTask())
  expect(await index.getDisplayedAttributes()).toEqual(['*'])
})

test('settings that shape the index apply to documents that are there already', async () => {
  const documents = [
    { id: 1, title: 'pump', notes: 'hidden water', country: 'KEN' },
    { id: 2, title: 'water filter', notes: '', country: 'PER' },
  ]
  const index = await fill(server.connect(), 'reshaped', {}, documents)
  expect(idsOf(await index.search('water')).sort()).toEqual([1, 2])
  await succeeded(
    index.updateSettings({ searchableAttributes: ['title'], filterableAttributes: ['country'] }).waitTask(),
  )
  expect(idsOf(await index.search('water'))).toEqual([2])
  expect(idsOf(await index.search('', { filter: 'country = KEN' }))).toEqual([1])
})

test('only displayed attributes are shown', async () => {
  const index = await fill(server.connect(), 'shown', { displayedAttributes: ['id', 'title'] }, [
    { id: 1, title: 'a', secret: 'b' },
  ])
  expect((await index.search('')).hits).toEqual([{ id: 1, title: 'a' }])
  expect((await index.search('', { attributesToRetrieve: ['secret'] })).hits).toEqual([{}])
})

describe('what does not fit is refused at once', () => {
  const cases: [string, object, string][] = [
    ['an unknown ranking rule', { rankingRules: ['best'] }, 'invalid_settings_ranking_rules'],
    ['stop words that are no list', { stopWords: 'the' }, 'invalid_settings_stop_words'],
    [
      'more letters for one typo than for two',
      { typoTolerance: { minWordSizeForTypos: { oneTypo: 10, twoTypos: 9 } } },
      'invalid_settings_typo_tolerance',
    ],
    ['a negative page limit', { pagination: { maxTotalHits: -1 } }, 'invalid_settings_pagination'],
    ['synonyms that are no lists', { synonyms: { a: 'b' } }, 'invalid_settings_synonyms'],
    [
      'an unknown order of facets',
      { faceting: { sortFacetValuesBy: { '*': 'size' } } },
      'invalid_settings_faceting',
    ],
    ['an unknown setting', { colour: 'red' }, 'bad_request'],
    ['a distinct attribute', { distinctAttribute: 5 }, 'invalid_settings_distinct_attribute'],
    ['a precision', { proximityPrecision: 'byLetter' }, 'invalid_settings_proximity_precision'],
    [
      'a language',
      { localizedAttributes: [{ attributePatterns: ['title'], locales: ['xx'] }] },
      'invalid_settings_localized_attributes',
    ],
    [
      'an embedder',
      { embedders: { main: { source: 'userProvided', dimensions: 3 } } },
      'feature_not_enabled',
    ],
    ['separators', { separatorTokens: '|' }, 'invalid_settings_separator_tokens'],
  ]
  test.each(cases)('%s', async (_, settings, code) => {
    expect(
      await refusal(
        server
          .connect()
          .index('any')
          .updateSettings(settings as Settings),
      ),
    ).toMatchObject({
      status: 400,
      code,
    })
  })
})
