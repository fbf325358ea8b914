import { queryIn } from '../exports/json-file.ts'
import { paths } from '../paths.ts'
import { listingAddress } from '../postings/listing-address.ts'
import {
  facetParameters,
  lenientQuery,
  type FacetParameter,
  type PostingQuery,
} from '../postings/posting-query.ts'
import type { Side } from '../postings/posting.ts'
import type { AlertRule, RuleSearch } from './alert-rule.ts'

/** What a listing can be narrowed by, all of it, a rule keeps. */
const fieldOf = {
  type: 'contributionTypes',
  sdg: 'sdgs',
  region: 'regions',
  group: 'groups',
  country: 'countries',
  language: 'languages',
  organisation: 'organisations',
} as const satisfies Record<FacetParameter, keyof RuleSearch>

export interface SavedSearch {
  side: Side
  query: PostingQuery
}

/** The search behind the address of a listing, as far as a rule keeps it; `null` for any other address. */
export function searchAt(address: unknown): SavedSearch | null {
  const [path, parameters = ''] = String(address).split(/\?(.*)/s)
  const side = (['offer', 'need'] as const).find((one) => paths.postings(one) === path)
  if (!side) return null
  const { q, ...query } = lenientQuery(queryIn(`${path}?${parameters}`))
  return { side, query: { ...query, q, status: [], sort: undefined, cursor: undefined } }
}

/** What a rule keeps of a search. */
export function ruleSearchOf(query: PostingQuery): RuleSearch {
  const lists = facetParameters.map((parameter) => [fieldOf[parameter], query[parameter]])
  return { ...(Object.fromEntries(lists) as RuleSearch), ...(query.q && { q: query.q }) }
}

/** The listing of what a rule asks for. */
export function searchOf(rule: RuleSearch): PostingQuery {
  const lists = facetParameters.map((parameter) => [parameter, rule[fieldOf[parameter]].map(String)])
  return lenientQuery({ q: rule.q, ...Object.fromEntries(lists) })
}

export const addressOf = (rule: AlertRule): string => listingAddress(rule.side, searchOf(rule))

/** The same for rules that ask for the same, in whatever order and capitals. */
export function searchKey(side: Side, search: RuleSearch): string {
  const lists = facetParameters.map((parameter) => search[fieldOf[parameter]].map(String).sort())
  return JSON.stringify([side, search.q?.toLowerCase().replace(/\s+/g, ' ') ?? '', ...lists])
}
