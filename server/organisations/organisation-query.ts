import { z } from 'zod'
import type { FacetedSearch } from '../search/faceted-search.ts'
import type { Order } from '../search/order.ts'
import { known, searchParameters, several } from '../search/parameters.ts'
import { isConcept } from '../vocabulary/concepts/concepts.ts'
import { isIndustry } from '../vocabulary/industries.ts'
import { GROUPS, isCountry, isRegion } from '../vocabulary/places.ts'
import type { filterAttributes } from './index-attributes.ts'
import { organisationKinds } from './organisation.ts'

/** The state of the list of organisations, all of which stands in its address. */
export const organisationQuery = z.object({
  ...searchParameters,
  kind: several(z.enum(organisationKinds)),
  sdg: several(z.coerce.number().int().min(1).max(17)),
  topic: several(known(isConcept)),
  region: several(known(isRegion)),
  group: several(z.enum(GROUPS)),
  country: several(known(isCountry)),
  industry: several(known(isIndustry)),
  sort: z.enum(['relevance', 'name', 'newest']).optional(),
})

export type OrganisationQuery = z.output<typeof organisationQuery>

/** The parameters that choose among the values of a facet, in the order of the page. */
export const organisationFacets = ['kind', 'sdg', 'topic', 'region', 'group', 'country', 'industry'] as const
export type OrganisationFacet = (typeof organisationFacets)[number]

const attributeOf: Record<OrganisationFacet, (typeof filterAttributes)[number]> = {
  kind: 'kind',
  sdg: 'sdgs',
  topic: 'topics',
  region: 'regions',
  group: 'groups',
  country: 'countries',
  industry: 'industry',
}

const orders = {
  relevance: 'fit',
  name: { attribute: 'name', direction: 'asc' },
  newest: { attribute: 'createdAt', direction: 'desc' },
} as const satisfies Record<string, Order>

/** What the reader chose, else the best fit for what was typed; without words the alphabet. */
export function organisationSort({ q, sort }: Pick<OrganisationQuery, 'q' | 'sort'>): keyof typeof orders {
  const chosen = sort ?? 'relevance'
  return chosen === 'relevance' && !q ? 'name' : chosen
}

export const organisationOrder = (query: Pick<OrganisationQuery, 'q' | 'sort'>): Order =>
  orders[organisationSort(query)]

/** What the index is asked for the list at this moment, in unix seconds. */
export function organisationSearch(query: OrganisationQuery, now: number): FacetedSearch<OrganisationFacet> {
  const { q, limit, cursor } = query
  const facets = organisationFacets.map((name) => [
    name,
    { attribute: attributeOf[name], chosen: query[name] },
  ])
  return {
    ...{ q, limit, cursor, now },
    uid: 'organisations',
    filter: [`listedUntil > ${now}`],
    facets: Object.fromEntries(facets) as FacetedSearch<OrganisationFacet>['facets'],
    order: organisationOrder(query),
    cameAt: 'createdAt',
    marked: { whole: ['name', 'acronym'], cut: [] },
  }
}
