import { paths } from '../paths.ts'
import { addressWith, type Parameters } from '../web/address.ts'
import { cursorOf, type PostingQuery } from './posting-query.ts'
import type { Side } from './posting.ts'

const usualLimit = 20

/** The address of a listing with some of its state changed; whatever changes, it opens at the first page. */
export function listingAddress(side: Side, query: PostingQuery, changes: Parameters = {}): string {
  const { q, type, sdg, country, region, language, status, sort } = query
  const limit = query.limit === usualLimit ? undefined : query.limit
  const state = { q, type, sdg: sdg.map(String), country, region, language, status, sort, limit }
  return addressWith(paths.postings(side), { ...state, ...changes })
}

/** Another page of the same listing; the first one has no number. */
export const pageAddress = (side: Side, query: PostingQuery, page: number): string =>
  listingAddress(side, query, { cursor: page > 1 ? cursorOf(page) : undefined })

/** A list with the value taken in, or out where it is in. */
export const toggled = (values: readonly (string | number)[], value: string): string[] => {
  const texts = values.map(String)
  return texts.includes(value) ? texts.filter((text) => text !== value) : [...texts, value]
}
