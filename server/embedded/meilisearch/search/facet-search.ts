import type { Collection } from '../engine.ts'
import { MeilisearchError } from '../errors.ts'
import { fold } from '../index/fold.ts'
import type { JsonObject } from '../json.ts'
import { featuresOf } from '../settings/filterable.ts'
import { notFilterable } from '../filter/check-fields.ts'
import { typosAllowed } from './derive.ts'
import { counterFor } from './facet-counter.ts'
import { stringCounts } from './facets.ts'
import { searchParameters } from './parameters.ts'
import { select } from './run-search.ts'
import { eachSimilar } from './similar.ts'

/** Finds the values of one facet that begin like `facetQuery`, counted over what the search selects. */
export function searchFacet(collection: Collection, body: JsonObject): Record<string, unknown> {
  const start = performance.now()
  const { facetName, facetQuery = null, exhaustiveFacetCount: _, ...rest } = body
  const { settings } = collection.record
  checkNames(collection, facetName, facetQuery)
  const { documents } = select(collection, searchParameters(rest))
  const column = collection.index.columns.get(String(facetName))
  const counts = column ? stringCounts(column.strings, counterFor(collection.index, documents)) : []
  const wanted = fold(typeof facetQuery === 'string' ? facetQuery.trim() : '')
  const typos = typosAllowed(settings, wanted)
  const hits = counts.filter(({ label }) => isLike(fold(label), wanted, typos))
  const { maxValuesPerFacet, sortFacetValuesBy } = settings.faceting
  const order = sortFacetValuesBy[String(facetName)] ?? sortFacetValuesBy['*']
  if (order === 'count') hits.sort((one, other) => other.count - one.count)
  const facetHits = hits.slice(0, maxValuesPerFacet).map(({ label, count }) => ({ value: label, count }))
  return { facetHits, facetQuery, processingTimeMs: Math.round(performance.now() - start) }
}

function checkNames({ record: { settings } }: Collection, facetName: unknown, facetQuery: unknown): void {
  if (facetName === undefined)
    throw new MeilisearchError('missing_facet_search_facet_name', 'Missing field `facetName`')
  if (typeof facetName !== 'string') throw invalid('facet_name', 'facetName')
  if (facetQuery !== null && typeof facetQuery !== 'string') throw invalid('facet_query', 'facetQuery')
  if (!settings.facetSearch)
    throw new MeilisearchError('facet_search_disabled', 'The facet search is disabled for this index')
  if (featuresOf(settings, facetName)?.facetSearch) return
  throw new MeilisearchError('invalid_facet_search_facet_name', notFilterable(settings, facetName))
}

function invalid(code: string, field: string): MeilisearchError {
  return new MeilisearchError(
    `invalid_facet_search_${code}`,
    `Invalid value type for \`.${field}\`: expected a string`,
  )
}

function isLike(value: string, wanted: string, typos: number): boolean {
  if (value.startsWith(wanted)) return true
  let isFound = false
  const like = { word: wanted, typos, isPrefix: true }
  if (typos > 0) eachSimilar([value], like, () => !(isFound = true))
  return isFound
}
