import * as filter from '../search/filter.ts'
import type { FilterAttribute } from './index-attributes.ts'

/** States in which a posting still asks or offers something. */
const openStates = ['open', 'partly-met']

type OfAttribute = (attribute: FilterAttribute, values: readonly (string | number)[]) => string

/** Of the attributes that postings have: any of the values, none of them. */
export const isOneOf: OfAttribute = filter.isOneOf
export const isNoneOf: OfAttribute = filter.isNoneOf

/** Open at this moment, whatever the index heard last: expiry needs no write to the index. */
export const openNow = (now: Date): string =>
  `${isOneOf('state', openStates)} AND openUntil > ${unixSeconds(now)}`

/** Whole seconds since 1970, the unit of every moment in the indexes. */
export const unixSeconds = (moment: Date): number => Math.floor(moment.getTime() / 1000)
