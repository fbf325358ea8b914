import { z } from 'zod'
import { fitsOrder } from '../search/cursor.ts'
import type { Order } from '../search/order.ts'
import { known, lenient, searchParameters, several } from '../search/parameters.ts'
import { CONTRIBUTION_TYPES } from '../vocabulary/contribution-types.ts'
import { isLanguageCode } from '../vocabulary/languages.ts'
import { GROUPS, isCountry, isRegion } from '../vocabulary/places.ts'

/** The state of a listing, all of which stands in its address. */
export const postingQuery = z.object({
  ...searchParameters,
  type: several(z.enum(CONTRIBUTION_TYPES)),
  sdg: several(z.coerce.number().int().min(1).max(17)),
  country: several(known(isCountry)),
  region: several(known(isRegion)),
  group: several(z.enum(GROUPS)),
  language: several(known(isLanguageCode)),
  organisation: several(z.string().regex(/^[\w-]{1,60}$/)),
  status: several(z.string().max(20)),
  sort: z.enum(['relevance', 'newest', 'ending']).optional(),
})

export type PostingQuery = z.output<typeof postingQuery>

/** The parameters that choose among the values of a facet. */
export const facetParameters = [
  'type',
  'sdg',
  'region',
  'group',
  'country',
  'language',
  'organisation',
] as const
export type FacetParameter = (typeof facetParameters)[number]

/** What the reader chose, else the best fit for what was typed; without words nothing fits better than the rest. */
export function sortOf({ q, sort }: Pick<PostingQuery, 'q' | 'sort'>): 'relevance' | 'newest' | 'ending' {
  const chosen = sort ?? 'relevance'
  return chosen === 'relevance' && !q ? 'newest' : chosen
}

const orders = {
  relevance: 'fit',
  newest: { attribute: 'createdAt', direction: 'desc' },
  ending: { attribute: 'openUntil', direction: 'asc' },
} as const satisfies Record<string, Order>

export const orderOf = (query: Pick<PostingQuery, 'q' | 'sort'>): Order => orders[sortOf(query)]

/** Whether the cursor is of a listing in this order; none is of any. */
export const cursorFits = ({ cursor, ...query }: PostingQuery): boolean => fitsOrder(cursor, orderOf(query))

/** What the address asks for, each parameter that makes no sense left aside: a page should open all the same. */
export const lenientQuery = (parameters: Record<string, unknown>): PostingQuery =>
  lenient(postingQuery, parameters)
