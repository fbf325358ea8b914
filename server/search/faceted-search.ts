import type { Filters } from './filter.ts'
import type { Order } from './order.ts'

/** One thing to narrow a search by. */
export interface Facet {
  /** of the index */
  attribute: string
  chosen: readonly (string | number)[]
  /** an attribute that is true of what fits whatever is chosen, such as what is for everywhere */
  orElse?: string
}

/** What is asked of one index, all of which follows from a page's address and the moment. */
export interface FacetedSearch<Name extends string = string> {
  uid: string
  q: string
  /** what holds for every hit, whatever is chosen */
  filter: Filters
  facets: Record<Name, Facet>
  order: Order
  limit: number
  /** as a page before it gave it; one that cannot be read opens the first page */
  cursor?: string
  /** the attribute that tells when a document came, in unix seconds */
  cameAt: string
  /** unix seconds */
  now: number
  /** attributes shown with their matches marked: as a whole, or cut to the words around them */
  marked: { whole: string[]; cut: string[] }
}

/** A value of a facet, how many hits choosing it would give, and whether it is chosen. */
export interface FacetValue {
  value: string
  count: number
  selected: boolean
}

export type Facets<Name extends string = string> = Record<Name, FacetValue[]>
