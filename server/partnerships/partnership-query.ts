import { z } from 'zod'
import type { FacetedSearch } from '../search/faceted-search.ts'
import type { Order } from '../search/order.ts'
import { known, searchParameters, several } from '../search/parameters.ts'
import { CONTRIBUTION_TYPES } from '../vocabulary/contribution-types.ts'
import { GROUPS, isCountry, isRegion } from '../vocabulary/places.ts'
import type { filterAttributes } from './index-attributes.ts'
import { partnershipModels } from './partnership.ts'

/** The state of the list of partnerships, all of which stands in its address. */
export const partnershipQuery = z.object({
  ...searchParameters,
  model: several(z.enum(partnershipModels)),
  type: several(z.enum(CONTRIBUTION_TYPES)),
  sdg: several(z.coerce.number().int().min(1).max(17)),
  region: several(known(isRegion)),
  group: several(z.enum(GROUPS)),
  country: several(known(isCountry)),
  organisation: several(z.string().regex(/^[\w-]{1,60}$/)),
  sort: z.enum(['relevance', 'newest']).optional(),
})

export type PartnershipQuery = z.output<typeof partnershipQuery>

/** The parameters that choose among the values of a facet, in the order of the page. */
export const partnershipFacets = [
  'model',
  'type',
  'sdg',
  'region',
  'group',
  'country',
  'organisation',
] as const
export type PartnershipFacet = (typeof partnershipFacets)[number]

const attributeOf: Record<PartnershipFacet, (typeof filterAttributes)[number]> = {
  model: 'model',
  type: 'contributionTypes',
  sdg: 'sdgs',
  region: 'regions',
  group: 'groups',
  country: 'countries',
  organisation: 'organisationIds',
}

/** A worldwide partnership fits any place that is asked for. */
const placeFacets: readonly PartnershipFacet[] = ['region', 'group', 'country']

const orders = {
  relevance: 'fit',
  newest: { attribute: 'from', direction: 'desc' },
} as const satisfies Record<string, Order>

/** What the reader chose, else the best fit for what was typed; without words the latest begun. */
export function partnershipSort({ q, sort }: Pick<PartnershipQuery, 'q' | 'sort'>): keyof typeof orders {
  const chosen = sort ?? 'relevance'
  return chosen === 'relevance' && !q ? 'newest' : chosen
}

export const partnershipOrder = (query: Pick<PartnershipQuery, 'q' | 'sort'>): Order =>
  orders[partnershipSort(query)]

/** What the index is asked for the list at this moment, in unix seconds. */
export function partnershipSearch(query: PartnershipQuery, now: number): FacetedSearch<PartnershipFacet> {
  const { q, limit, cursor } = query
  const facets = partnershipFacets.map((name) => {
    const anywhere = placeFacets.includes(name) ? { orElse: 'anywhere' } : {}
    return [name, { attribute: attributeOf[name], chosen: query[name], ...anywhere }]
  })
  return {
    ...{ q, limit, cursor, now },
    uid: 'partnerships',
    filter: [],
    facets: Object.fromEntries(facets) as FacetedSearch<PartnershipFacet>['facets'],
    order: partnershipOrder(query),
    cameAt: 'createdAt',
    marked: { whole: ['title'], cut: ['description'] },
  }
}
