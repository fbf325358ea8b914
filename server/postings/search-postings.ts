import type { FacetedSearch, Facets } from '../search/faceted-search.ts'
import type { Filters } from '../search/filter.ts'
import type { FilterAttribute } from './index-attributes.ts'
import { isOneOf, openNow, unixSeconds } from './posting-filter.ts'
import { facetParameters, orderOf, type FacetParameter, type PostingQuery } from './posting-query.ts'
import type { Side } from './posting.ts'

export type PostingFacets = Facets<FacetParameter>

const attributeOf: Record<FacetParameter, FilterAttribute> = {
  type: 'contributionTypes',
  sdg: 'sdgs',
  region: 'regions',
  group: 'groups',
  country: 'countries',
  language: 'language',
  organisation: 'organisationId',
}

/** A posting without places is for everywhere, so it fits any place that is asked for. */
const placeParameters: readonly FacetParameter[] = ['region', 'group', 'country']

/** What the index is asked for a listing at this moment. */
export function postingSearch(side: Side, query: PostingQuery, now: Date): FacetedSearch<FacetParameter> {
  const { q, limit, cursor } = query
  return {
    ...{ q, limit, cursor },
    uid: indexOf(side),
    filter: statusFilter(query.status, now),
    facets: facetsOf(query),
    order: orderOf(query),
    cameAt: 'createdAt',
    now: unixSeconds(now),
    marked: { whole: ['title'], cut: ['description'] },
  }
}

export const indexOf = (side: Side): 'offers' | 'needs' => (side === 'offer' ? 'offers' : 'needs')

function facetsOf(query: PostingQuery) {
  const facets = facetParameters.map((name) => {
    const anywhere = placeParameters.includes(name) ? { orElse: 'anywhere' satisfies FilterAttribute } : {}
    return [name, { attribute: attributeOf[name], chosen: query[name], ...anywhere }]
  })
  return Object.fromEntries(facets) as FacetedSearch<FacetParameter>['facets']
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
