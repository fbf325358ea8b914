import { randomUUID } from 'node:crypto'
import type { Collection } from '../engine.ts'
import { filterDocuments } from '../filter/filter-documents.ts'
import { members } from '../index/bitset.ts'
import type { Store } from '../storage/store.ts'
import { checkFacets, checkSearchOn, checkSort } from './check-fields.ts'
import { facetsOf } from './facets.ts'
import { hitWriter } from './hits.ts'
import { candidates, matchQuery, withoutNegatives } from './match.ts'
import type { Matching } from './match.ts'
import { pageOf } from './paging.ts'
import type { SearchParameters } from './parameters.ts'
import { parseQuery } from './query.ts'
import { inOrder, rankingScore } from './rank.ts'
import { rulesFor } from './rules.ts'
import type { RankingRule } from './rules.ts'

/** The documents that a search selects, unordered, and what orders them. */
export type Selection = { documents: number[]; rules: RankingRule[]; matching: Matching | undefined }

/** Answers one search in the original's form. */
export function runSearch(
  store: Store,
  collection: Collection,
  parameters: SearchParameters,
): Record<string, unknown> {
  const start = performance.now()
  const { settings } = collection.record
  const facets = checkFacets(settings, collection.index, parameters.facets)
  const selection = select(collection, parameters)
  const page = pageOf(parameters, settings.pagination.maxTotalHits)
  const needed = page.limit === 0 ? 0 : page.offset + page.limit
  const shown = inOrder(selection.documents, selection.rules, needed).slice(page.offset)
  const write = hitWriter(store, collection, parameters, selection)
  const found = facets && facetsOf(collection.index, facets, selection.documents, settings.faceting)
  return {
    hits: shown.flatMap((document) => write(document) ?? []),
    query: parameters.q ?? '',
    processingTimeMs: Math.round(performance.now() - start),
    ...page.describe(selection.documents.length),
    ...found,
    requestUid: randomUUID(),
  }
}

/** Finds what a search selects; its paging plays no part. */
export function select(collection: Collection, parameters: SearchParameters): Selection {
  const { index, record } = collection
  const { settings } = record
  const sort = checkSort(settings, parameters.sort ?? [])
  checkSearchOn(settings, parameters.attributesToSearchOn)
  const filtered = filterDocuments(index, settings, parameters.filter, 'invalid_search_filter')
  const query = parseQuery(parameters.q ?? '', index, settings.prefixSearch === 'indexingTime')
  const allowed = withoutNegatives(index, query.negatives, filtered)
  const strategy = parameters.matchingStrategy
  const options = { strategy, searchOn: parameters.attributesToSearchOn }
  const matching = query.terms.length > 0 ? matchQuery(index, settings, query, options) : undefined
  const documents = matching ? candidates(matching, allowed) : members(allowed)
  const rules = rulesFor({ index, rankingRules: settings.rankingRules, sort, strategy, matching })
  return { documents: aboveThreshold(documents, rules, parameters.rankingScoreThreshold), rules, matching }
}

function aboveThreshold(documents: number[], rules: RankingRule[], threshold: number | null): number[] {
  if (threshold === null) return documents
  return documents.filter((document) => rankingScore(rules, document) >= threshold)
}
