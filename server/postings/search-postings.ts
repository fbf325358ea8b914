import type { Meilisearch, MultiSearchQuery, SearchResponse } from 'meilisearch'
import type { FilterAttribute } from './index-attributes.ts'
import { isOneOf, openNow, unixSeconds } from './posting-filter.ts'
import { cursorOf, facetParameters, type FacetParameter, type PostingQuery } from './posting-query.ts'

/** A value of a facet, how many postings choosing it would show, and whether it is chosen. */
export interface FacetValue {
  value: string
  count: number
  selected: boolean
}

export type Facets = Record<FacetParameter, FacetValue[]>

export interface PostingHits {
  ids: string[]
  total: number
  facets: Facets
  nextCursor: string | null
}

const attributeOf: Record<FacetParameter, FilterAttribute> = {
  type: 'contributionTypes',
  sdg: 'sdgs',
  country: 'countries',
  region: 'regions',
  language: 'language',
}

type Result = SearchResponse<{ id: string }, { hitsPerPage: number; page: number }>
type Filters = (string | string[])[]

/**
 * A page of a listing with its facet counts, all in one request. Values of one facet widen the result, facets
 * narrow one another; a facet's own counts leave its own choice aside, so that one can see what else there is.
 */
export async function searchPostings(
  search: Meilisearch,
  indexUid: 'offers' | 'needs',
  query: PostingQuery,
  now: Date,
): Promise<PostingHits> {
  const chosen = facetParameters.filter((name) => query[name].length > 0)
  const free = facetParameters.filter((name) => !chosen.includes(name))
  const main = {
    ...pageOf(query),
    facets: free.map((name) => attributeOf[name]),
    filter: filters(query, now),
  }
  const others = chosen.map((name) => ({
    q: query.q,
    limit: 0,
    facets: [attributeOf[name]],
    filter: filters({ ...query, [name]: [] }, now),
  }))
  const queries = [main, ...others].map((one) => ({ ...one, indexUid }) as MultiSearchQuery)
  const [first, ...rest] = (await search.multiSearch({ queries })).results as unknown as Result[]
  if (!first) throw new Error('The search server answered without a result')
  const counts = Object.assign({}, first.facetDistribution, ...rest.map((result) => result.facetDistribution))
  const { totalHits = 0, totalPages = 0 } = first
  return {
    ids: first.hits.map(({ id }) => id),
    total: totalHits,
    facets: facetsFrom(counts, query),
    nextCursor: query.cursor < totalPages ? cursorOf(query.cursor + 1) : null,
  }
}

function pageOf({ q, sort, limit, cursor }: PostingQuery) {
  const order = sort ?? (q ? 'relevance' : 'newest')
  const sorts = { relevance: undefined, newest: ['createdAt:desc'], ending: ['openUntil:asc'] }
  return { q, sort: sorts[order], hitsPerPage: limit, page: cursor, attributesToRetrieve: ['id'] }
}

function filters(query: PostingQuery, now: Date): Filters {
  const chosen = facetParameters.filter((name) => query[name].length > 0)
  return [...statusFilter(query.status, now), ...chosen.map((name) => facetFilter(name, query[name]))]
}

/** A posting without places is for everywhere, so it fits any place that is asked for. */
function facetFilter(name: FacetParameter, values: (string | number)[]): string | string[] {
  const filter = isOneOf(attributeOf[name], values)
  return name === 'country' || name === 'region' ? [filter, 'anywhere = true'] : filter
}

/** The index knows no clock: `expired` is what was left open past its end. */
function statusFilter(statuses: string[], now: Date): Filters {
  if (statuses.length === 0) return [openNow(now)]
  const time = unixSeconds(now)
  return [
    statuses.map((status) => {
      if (status === 'expired') return `state IN ["open", "partly-met"] AND openUntil <= ${time}`
      if (status === 'met') return isOneOf('state', ['met'])
      return `${isOneOf('state', [status])} AND openUntil > ${time}`
    }),
  ]
}

function facetsFrom(counts: Record<string, Record<string, number>>, query: PostingQuery): Facets {
  const valuesOf = (name: FacetParameter): FacetValue[] => {
    const chosen = query[name].map(String)
    const counted = counts[attributeOf[name]] ?? {}
    const missing = chosen.filter((value) => counted[value] === undefined)
    return [...Object.entries(counted), ...missing.map((value) => [value, 0] as const)]
      .map(([value, count]) => ({ value, count, selected: chosen.includes(value) }))
      .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value))
  }
  return Object.fromEntries(facetParameters.map((name) => [name, valuesOf(name)])) as Facets
}
