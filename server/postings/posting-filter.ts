import type { FilterAttribute } from './index-attributes.ts'

/** States in which a posting still asks or offers something. */
const openStates = ['open', 'partly-met']

/** A value as a literal of Meilisearch's filter language. The backslash goes first, it would escape the escapes. */
export const quote = (value: string): string => `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`

/** Any of the values; no values match nothing. */
export const isOneOf = (attribute: FilterAttribute, values: readonly (string | number)[]): string =>
  `${attribute} IN [${listed(values)}]`

/** None of the values; a document without the attribute passes. */
export const isNoneOf = (attribute: FilterAttribute, values: readonly (string | number)[]): string =>
  `${attribute} NOT IN [${listed(values)}]`

/** Open at this moment, whatever the index heard last: expiry needs no write to the index. */
export const openNow = (now: Date): string =>
  `${isOneOf('state', openStates)} AND openUntil > ${unixSeconds(now)}`

/** Whole seconds since 1970, the unit of every moment in the indexes. */
export const unixSeconds = (moment: Date): number => Math.floor(moment.getTime() / 1000)

const listed = (values: readonly (string | number)[]): string =>
  values.map((value) => quote(String(value))).join(', ')
