import { paths } from '../paths.ts'
import { addressWith, type Parameters } from '../web/address.ts'
import type { PostingQuery } from './posting-query.ts'
import type { Side } from './posting.ts'

export const usualLimit = 20

/** The address of a listing with some of its state changed; whatever changes, it opens at the first page. */
export function listingAddress(side: Side, query: PostingQuery, changes: Parameters = {}): string {
  const { q, type, sdg, country, region, group, language, organisation, status, sort } = query
  const limit = query.limit === usualLimit ? undefined : query.limit
  const places = { region, group, country }
  const state = { q, type, sdg: sdg.map(String), ...places, language, organisation, status, sort, limit }
  return addressWith(paths.postings(side), { ...state, ...changes })
}

/** A later page of the same listing. */
export const pageAddress = (side: Side, query: PostingQuery, cursor: string): string =>
  listingAddress(side, query, { cursor })
