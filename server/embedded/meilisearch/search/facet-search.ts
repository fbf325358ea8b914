import type { Collection } from '../engine.ts'
import { MeilisearchError } from '../errors.ts'
import { fold } from '../index/fold.ts'
import { wordList } from '../index/word-list.ts'
import type { Json, JsonObject } from '../json.ts'
import { missingField, wrongType } from '../misfits.ts'
import { facetPatterns, featuresOf } from '../settings/filterable.ts'
import type { Settings } from '../settings/settings.ts'
import { typosAllowed } from './derive.ts'
import { facetOrder, stringCounts } from './facets.ts'
import { searchParameters } from './parameters.ts'
import { select } from './run-search.ts'
import { eachSimilar } from './similar.ts'

/**
 * Finds the values of one facet that begin like `facetQuery`, counted over what the search selects. Parameters of a
 * search that play no part are ignored, as in the original. `permitted` narrows the filter to what the caller may see.
 */
export function searchFacet(
  collection: Collection,
  body: JsonObject,
  permitted: (filter: Json) => Json,
): Record<string, unknown> {
  const start = performance.now()
  const { facetName, facetQuery } = readNames(body)
  const parameters = searchParameters(pickSearch(body))
  const { settings } = collection.record
  checkFacet(settings, facetName)
  const { documents } = select(collection, { ...parameters, filter: permitted(parameters.filter) })
  const column = collection.index.columns.get(facetName)
  const counts = column ? stringCounts(column.strings, documents) : []
  const wanted = fold(facetQuery?.trim() ?? '')
  const typos = typosAllowed(settings, wanted)
  const hits = counts.filter(({ label }) => isLike(fold(label), wanted, typos))
  if (facetOrder(settings.faceting, facetName) === 'count') hits.sort((one, other) => other.count - one.count)
  const facetHits = hits.slice(0, settings.faceting.maxValuesPerFacet)
  return {
    facetHits: facetHits.map(({ label, count }) => ({ value: label, count })),
    facetQuery,
    processingTimeMs: Math.round(performance.now() - start),
  }
}

const searched = [
  'q',
  'vector',
  'hybrid',
  'filter',
  'matchingStrategy',
  'attributesToSearchOn',
  'rankingScoreThreshold',
  'locales',
]

function pickSearch(body: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([name]) => searched.includes(name)))
}

function readNames({ facetName = null, facetQuery = null }: JsonObject) {
  if (facetName === null)
    throw new MeilisearchError('missing_facet_search_facet_name', missingField('', 'facetName'))
  if (typeof facetName !== 'string')
    throw new MeilisearchError(
      'invalid_facet_search_facet_name',
      wrongType('.facetName', 'a string', facetName),
    )
  if (facetQuery === null || typeof facetQuery === 'string') return { facetName, facetQuery }
  const message = wrongType('.facetQuery', 'a string', facetQuery)
  throw new MeilisearchError('invalid_facet_search_facet_query', message)
}

function checkFacet(settings: Settings, facetName: string): void {
  if (!settings.facetSearch)
    throw new MeilisearchError('facet_search_disabled', 'The facet search is disabled for this index')
  if (featuresOf(settings, facetName)?.facetSearch) return
  const patterns = facetPatterns(settings)
  const hint =
    patterns.length === 0
      ? 'This index does not have configured facet-searchable attributes.'
      : `Available facet-searchable attributes patterns are: \`${patterns.join(', ')}\`.`
  const advice = 'To make it facet-searchable add it to the `filterableAttributes` index settings.'
  const message = `Attribute \`${facetName}\` is not facet-searchable. ${hint} ${advice}`
  throw new MeilisearchError('invalid_facet_search_facet_name', message)
}

function isLike(value: string, wanted: string, typos: number): boolean {
  if (value.startsWith(wanted)) return true
  let isFound = false
  const like = { word: wanted, typos, isPrefix: true }
  if (typos > 0)
    eachSimilar(
      wordList([value], () => 0),
      like,
      () => !(isFound = true),
    )
  return isFound
}
