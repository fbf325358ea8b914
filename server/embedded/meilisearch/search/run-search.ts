import { randomUUID } from 'node:crypto'
import type { Collection } from '../engine.ts'
import { naming } from '../errors.ts'
import { filterDocuments } from '../filter/filter-documents.ts'
import { members } from '../index/bitset.ts'
import type { Settings } from '../settings/settings.ts'
import type { Store } from '../storage/store.ts'
import { checkDistinct, checkFacets, checkSearchOn, checkSort } from './check-fields.ts'
import { distinctOf } from './distinct.ts'
import { facetsOf } from './facets.ts'
import { hitWriter } from './hits.ts'
import type { Hit } from './hits.ts'
import { candidates, matchQuery, withoutNegatives } from './match.ts'
import type { Matching } from './match.ts'
import { pageOf } from './paging.ts'
import type { Page } from './paging.ts'
import type { SearchParameters } from './parameters.ts'
import { parseQuery } from './query.ts'
import { inOrder, rankingScore } from './rank.ts'
import { rulesFor } from './rules.ts'
import type { RankingRule } from './rules.ts'

/** The documents that a search selects, unordered, and what orders them. */
export type Selection = {
  documents: number[]
  rules: RankingRule[]
  matching: Matching | undefined
  /** The field of which no value is shown twice. */
  distinct: string | null
}

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
  const write = hitWriter(store, collection, parameters, selection)
  const { hits, documents } = hitsOn(collection, selection, page, start, write)
  const found = facets && facetsOf(collection.index, facets, documents, settings.faceting)
  return {
    hits,
    query: parameters.q ?? '',
    processingTimeMs: Math.round(performance.now() - start),
    ...page.describe(documents.length),
    ...found,
    requestUid: randomUUID(),
  }
}

type Write = (document: number) => Hit | undefined

/** The hits of one page. A document that is being deleted leaves its place to the next. */
function hitsOn(collection: Collection, selection: Selection, page: Page, start: number, write: Write) {
  const { shown, documents } = onPage(collection, selection, page, start)
  const hits = shown.map(write)
  if (!hits.includes(undefined)) return { hits, documents }
  const gone = new Set(shown.filter((_, place) => hits[place] === undefined))
  const left = selection.documents.filter((document) => !gone.has(document))
  return hitsOn(collection, { ...selection, documents: left }, page, start, write)
}

/** The documents of one page in their order, and all those that count. */
function onPage({ index, record }: Collection, selection: Selection, page: Page, start: number) {
  const { documents, rules, distinct } = selection
  const needed = page.limit === 0 ? 0 : page.offset + page.limit
  const isOver = cutOff(record.settings, start)
  if (distinct === null) {
    return { shown: inOrder(documents, rules, needed, isOver).slice(page.offset), documents }
  }
  const ordered = inOrder(documents, rules, documents.length, isOver)
  const { kept, remaining } = distinctOf(index, distinct, ordered, needed)
  const all = page.isExact ? distinctOf(index, distinct, documents, Infinity).kept : remaining
  return { shown: kept.slice(page.offset), documents: all }
}

const usualCutOff = 1500

/** Whether a search has used up its time; `start` as by `performance.now()`. */
export function cutOff({ searchCutoffMs }: Settings, start: number): () => boolean {
  const end = start + (searchCutoffMs ?? usualCutOff)
  return () => performance.now() > end
}

/** Finds what a search selects; its paging plays no part. */
export function select(collection: Collection, parameters: SearchParameters): Selection {
  return naming(collection.record.uid, () => selection(collection, parameters))
}

function selection({ index, record: { settings } }: Collection, parameters: SearchParameters): Selection {
  const sort = checkSort(settings, parameters.sort ?? [])
  checkSearchOn(settings, parameters.attributesToSearchOn)
  checkDistinct(settings, parameters.distinct)
  const filtered = filterDocuments(index, settings, parameters.filter, 'invalid_search_filter')
  const query = parseQuery(parameters.q ?? '', index, settings.prefixSearch === 'indexingTime')
  const allowed = withoutNegatives(index, query.negatives, filtered)
  const strategy = parameters.matchingStrategy
  const options = { strategy, searchOn: parameters.attributesToSearchOn, allowed }
  const matching = query.terms.length > 0 ? matchQuery(index, settings, query, options) : undefined
  const documents = matching ? candidates(matching, allowed) : members(allowed)
  const rules = rulesFor({ index, settings, sort, strategy, matching })
  const distinct = parameters.distinct ?? settings.distinctAttribute
  const counted = aboveThreshold(documents, rules, parameters.rankingScoreThreshold)
  return { documents: counted, rules, matching, distinct }
}

function aboveThreshold(documents: number[], rules: RankingRule[], threshold: number | null): number[] {
  if (threshold === null) return documents
  return documents.filter((document) => rankingScore(rules, document) >= threshold)
}
