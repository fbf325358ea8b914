import type { Account } from '../accounts/account.ts'
import { entityOf } from '../accounts/permission.ts'
import type { AccountStore } from '../accounts/account-store.ts'
import type { Need } from '../needs/need.ts'
import type { NeedStore } from '../needs/need-store.ts'
import type { Offer } from '../offers/offer.ts'
import type { OfferStore } from '../offers/offer-store.ts'
import type { Organisation } from '../organisations/organisation.ts'
import type { OrganisationStore } from '../organisations/organisation-store.ts'
import { isAnywhere } from '../postings/posting.ts'
import { expandPlaces } from '../vocabulary/places.ts'

export interface Directory {
  accounts: AccountStore
  organisations: OrganisationStore
  offers: OfferStore
  needs: NeedStore
}

export interface Pair {
  offerId: string
  needId: string
}

/** A pair with its postings, and the people of the UN side whom it concerns. */
export interface ConcernedPair<P extends Pair> {
  pair: P
  offer: Offer
  people: Account[]
}

/**
 * The people of the UN side whom pairs of offer and need concern: those of the organisation that posted the need
 * and of its entity, and for headquarters' needs the offices in places that the need asks for and the offer covers.
 * Reads everything once for all pairs.
 */
export async function concernedBy<P extends Pair>(
  pairs: P[],
  directory: Directory,
): Promise<ConcernedPair<P>[]> {
  const { accounts, organisations } = directory
  const offers = byId(await directory.offers.findMany(unique(pairs.map(({ offerId }) => offerId))))
  const needs = byId(await directory.needs.findMany(unique(pairs.map(({ needId }) => needId))))
  const posters = byId(
    await organisations.findMany(unique([...needs.values()].map((need) => need.organisationId))),
  )
  const entityIds = unique([...posters.values()].map(entityOf))
  const offices = await organisations.officesOf(entityIds)
  const members = await accounts.membersOf([...entityIds, ...offices.map(({ id }) => id)])
  return pairs.flatMap((pair) => {
    const offer = offers.get(pair.offerId)
    const need = needs.get(pair.needId)
    const poster = need && posters.get(need.organisationId)
    if (!offer || !need || !poster) return []
    const people = members.filter(({ organisation }) => isConcerned(organisation, offer, need, poster))
    return [{ pair, offer, people }]
  })
}

function isConcerned(organisation: Organisation, offer: Offer, need: Need, poster: Organisation): boolean {
  if (organisation.id === poster.id || organisation.id === entityOf(poster)) return true
  if (poster.kind !== 'entity' || organisation.parentId !== poster.id) return false
  return organisation.countries.some((country) => covers(offer, country) && covers(need, country))
}

const covers = (posting: Offer | Need, country: string): boolean =>
  isAnywhere(posting) || expandPlaces(posting).includes(country)

const unique = (ids: string[]): string[] => [...new Set(ids)]
const byId = <T extends { id: string }>(records: T[]): Map<string, T> =>
  new Map(records.map((record) => [record.id, record]))
