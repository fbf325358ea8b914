import type { FilterAttribute } from '../postings/index-attributes.ts'
import { isNoneOf, isOneOf } from '../postings/posting-filter.ts'
import type { Conditions } from './hard-conditions.ts'

/** `areCompatible` as a filter on the index of the other side; all parts must hold. */
export function hardFilter(conditions: Conditions, counterpart: 'offers' | 'needs'): string[] {
  const parts = [
    typeFilter(conditions.contributionTypes),
    placeFilter(conditions),
    `openFrom < ${conditions.openUntil}`,
    `openUntil > ${conditions.openFrom}`,
    partyFilter(conditions.parties, counterpart === 'offers' ? 'barredFor' : 'entityIds'),
  ]
  return parts.filter((part) => part !== '')
}

const typeFilter = (types: readonly string[]): string =>
  types.length === 0 ? '' : `(${isOneOf('contributionTypes', types)} OR contributionTypes IS EMPTY)`

const placeFilter = ({ anywhere, countries }: Conditions): string =>
  anywhere ? '' : `(${isOneOf('countries', countries)} OR anywhere = true)`

const partyFilter = (parties: readonly string[], attribute: FilterAttribute): string =>
  parties.length === 0 ? '' : isNoneOf(attribute, parties)
