import { windowOf, type Window } from '../postings/posting-window.ts'
import { isAnywhere, type Posting } from '../postings/posting.ts'
import { expandPlaces } from '../vocabulary/places.ts'

/** What no subject can make up for, as one side declares it. */
export interface Conditions extends Window {
  /** empty: not declared */
  contributionTypes: readonly string[]
  /** alpha-3, regions expanded */
  countries: readonly string[]
  anywhere: boolean
  /** of an offer: the organisations that it must not reach; of a need: those that ask */
  parties: readonly string[]
}

/** See `parties` above: what the posting itself does not say. */
export const conditionsOf = (posting: Posting, parties: readonly string[]): Conditions => ({
  ...windowOf(posting),
  contributionTypes: posting.contributionTypes,
  countries: expandPlaces(posting),
  anywhere: isAnywhere(posting),
  parties,
})

/** Whether an offer and a need can go together at all; each condition holds only where both declare it. */
export const areCompatible = (offer: Conditions, need: Conditions): boolean =>
  share(offer.contributionTypes, need.contributionTypes) &&
  sharePlace(offer, need) &&
  overlap(offer, need) &&
  !offer.parties.some((party) => need.parties.includes(party))

const share = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === 0 || others.length === 0 || some.some((one) => others.includes(one))

const sharePlace = (offer: Conditions, need: Conditions): boolean =>
  offer.anywhere || need.anywhere || offer.countries.some((country) => need.countries.includes(country))

const overlap = (one: Window, other: Window): boolean =>
  one.openFrom < other.openUntil && other.openFrom < one.openUntil
