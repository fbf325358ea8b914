import { MeilisearchError, notSupported } from '../../errors.ts'
import { isObject, isStringArray } from '../../json.ts'
import type { Json, JsonObject } from '../../json.ts'
import { snakeCase, unknownField, wrongType, wrongValue } from '../../misfits.ts'
import { count } from '../parameter-kinds.ts'
import type { Paging } from '../paging.ts'

/** How the answers to several queries are merged into one. */
export type Federation = Paging & {
  /** For each index the facets to count in it. */
  facetsByIndex: Map<string, string[]>
  /** Facets of all indexes are counted together, with so many values of each. */
  mergeFacets: { maxValuesPerFacet: number } | undefined
}

const known = [
  'limit',
  'offset',
  'page',
  'hitsPerPage',
  'facetsByIndex',
  'mergeFacets',
  'distinct',
  'showPerformanceDetails',
]

/** Reads the federation that a request asks for, undefined where it asks for none. */
export function federationIn(value: Json): Federation | undefined {
  if (value === null) return undefined
  const path = '.federation'
  if (!isObject(value)) throw new MeilisearchError('bad_request', wrongType(path, 'an object', value))
  const unknown = Object.keys(value).find((name) => !known.includes(name))
  if (unknown !== undefined) throw new MeilisearchError('bad_request', unknownField(path, unknown, known))
  if (value['distinct'] != null) throw notSupported('`federation.distinct`')
  if (value['showPerformanceDetails'] === true) throw notSupported('`federation.showPerformanceDetails`')
  return {
    limit: countIn(value, 'limit') ?? 20,
    offset: countIn(value, 'offset') ?? 0,
    page: countIn(value, 'page'),
    hitsPerPage: countIn(value, 'hitsPerPage'),
    facetsByIndex: facetsIn(value['facetsByIndex'] ?? null),
    mergeFacets: mergeIn(value['mergeFacets'] ?? null),
  }
}

function countIn(federation: JsonObject, name: string): number | null {
  const value = federation[name] ?? null
  const misfit = value === null ? undefined : count.misfit(value, `.federation.${name}`)
  if (misfit !== undefined) throw new MeilisearchError(`invalid_search_${snakeCase(name)}`, misfit)
  return value as number | null
}

function facetsIn(value: Json): Map<string, string[]> {
  const [code, path] = ['invalid_multi_search_facets_by_index', '.federation.facetsByIndex']
  if (value === null) return new Map()
  if (!isObject(value)) throw new MeilisearchError(code, wrongType(path, 'an object', value))
  const entries = Object.entries(value).map(([uid, facets]): [string, string[]] => {
    if (facets === null || isStringArray(facets)) return [uid, facets ?? []]
    throw new MeilisearchError(code, wrongType(`${path}.${uid}`, 'an array', facets))
  })
  return new Map(entries.filter(([, facets]) => facets.length > 0))
}

function mergeIn(value: Json): { maxValuesPerFacet: number } | undefined {
  const [code, path] = ['invalid_multi_search_merge_facets', '.federation.mergeFacets']
  if (value === null) return undefined
  if (!isObject(value)) throw new MeilisearchError(code, wrongType(path, 'an object', value))
  const most = value['maxValuesPerFacet'] ?? null
  const misfit = most === null ? undefined : count.misfit(most, `${path}.maxValuesPerFacet`)
  if (misfit !== undefined) throw new MeilisearchError('invalid_multi_search_max_values_per_facet', misfit)
  return { maxValuesPerFacet: (most as number | null) ?? Infinity }
}

/** The weight of a query among the others, 1 where it states none. */
export function weightIn(options: Json, path: string): number {
  if (options === null) return 1
  if (!isObject(options)) throw new MeilisearchError('bad_request', wrongType(path, 'an object', options))
  const names = ['weight', 'remote', 'queryPosition']
  const unknown = Object.keys(options).find((name) => !names.includes(name))
  if (unknown !== undefined) throw new MeilisearchError('bad_request', unknownField(path, unknown, names))
  if (options['remote'] != null) throw notSupported('`federationOptions.remote`')
  const weight = options['weight'] ?? 1
  if (typeof weight === 'number' && weight >= 0) return weight
  const reason = 'the value of `weight` is invalid, expected a positive float (>= 0.0).'
  const message =
    typeof weight === 'number'
      ? wrongValue(`${path}.weight`, reason)
      : wrongType(`${path}.weight`, 'a number', weight)
  throw new MeilisearchError('invalid_multi_search_weight', message)
}
