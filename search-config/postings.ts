import type { Settings } from 'meilisearch'
import { filterAttributes, searchAttributes, sortAttributes } from '../server/postings/index-attributes.ts'
import { stopWords } from './stop-words.ts'
import { synonyms } from './synonyms.ts'

/** More than the vocabulary has concepts or the world has countries, so that no facet count is cut off. */
const mostFacetValues = 500

/** What both indexes are told. Every setting is stated, since the server's defaults change between versions. */
export const postingSettings = {
  searchableAttributes: [...searchAttributes],
  // What stays hidden: whom an offer is barred for is never public, labels in six languages are ballast.
  displayedAttributes: ['id', 'title', 'description', 'language', 'organisation', 'createdAt', 'openUntil'],
  filterableAttributes: [...filterAttributes],
  sortableAttributes: [...sortAttributes],
  distinctAttribute: null,
  // `sort` stands first since a reader who asks for the newest means it, whatever was typed; without such a
  // wish it changes nothing. Newer postings break the last tie.
  rankingRules: [
    'sort',
    'words',
    'typo',
    'proximity',
    'attributeRank',
    'wordPosition',
    'exactness',
    'createdAt:desc',
  ],
  stopWords,
  synonyms,
  // Figures are sizes and years: one digit off is another thing, not a slip.
  typoTolerance: {
    enabled: true,
    minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 },
    disableOnWords: [],
    disableOnAttributes: [],
    disableOnNumbers: true,
  },
  faceting: {
    maxValuesPerFacet: mostFacetValues,
    sortFacetValuesBy: { '*': 'count' },
  },
  // Matching reads how common a word is from the number of hits, and listings promise exact totals.
  pagination: { maxTotalHits: 200_000 },
  // A label's language is known. What people write is in any of the six, and Chinese parts into words only where
  // the tokenizer may expect it.
  localizedAttributes: [
    { attributePatterns: ['labels.ar'], locales: ['ara'] },
    { attributePatterns: ['labels.zh'], locales: ['cmn'] },
    { attributePatterns: ['labels.en'], locales: ['eng'] },
    { attributePatterns: ['labels.fr'], locales: ['fra'] },
    { attributePatterns: ['labels.ru'], locales: ['rus'] },
    { attributePatterns: ['labels.es'], locales: ['spa'] },
    { attributePatterns: ['*'], locales: ['eng', 'fra', 'spa', 'rus', 'ara', 'cmn'] },
  ],
  prefixSearch: 'indexingTime',
  facetSearch: true,
  proximityPrecision: 'byWord',
  separatorTokens: [],
  nonSeparatorTokens: [],
  dictionary: [],
  searchCutoffMs: 1_500,
  embedders: {},
} satisfies Settings
