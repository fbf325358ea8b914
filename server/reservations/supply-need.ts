import type { NeedStore } from '../needs/need-store.ts'
import type { Need } from '../needs/need.ts'
import type { OfferStore } from '../offers/offer-store.ts'
import type { Offer } from '../offers/offer.ts'
import { rounded } from '../offers/promise.ts'
import { isSameUnit } from '../postings/unit.ts'

interface Services {
  needs: NeedStore
  offers: OfferStore
}

/**
 * What a need has been given for certain, summed up from all offers; recomputed from what stands, so that doing it
 * again changes nothing. Promises in another unit show that the need is partly met, and how much only people can say.
 */
export async function supplyNeed(needId: string, { needs, offers }: Services, now: Date): Promise<void> {
  const need = await needs.find(needId)
  if (!need) return
  const supply = supplyOf(need, await offers.promisedTo(needId), now)
  const moments = [need.partlyMetAt, need.metAt].map((at) => at?.getTime())
  const same = [supply.partlyMetAt, supply.metAt].every((at, place) => at?.getTime() === moments[place])
  if (same && supply.taken === (need.taken ?? 0)) return
  if (!(await needs.change(need, supply, [], now))) throw new Error(`Need ${needId} changed meanwhile`)
}

export function supplyOf(need: Need, offers: Offer[], now: Date) {
  const certain = offers.flatMap((offer) =>
    (offer.promises ?? [])
      .filter(({ needId, confirmedAt }) => needId === need.id && confirmedAt)
      .map(({ amount }) => (isSameUnit(offer, need) ? amount : 0)),
  )
  const taken = rounded(certain.reduce((sum, amount) => sum + amount, 0))
  const isMet = need.quantity !== undefined && taken >= need.quantity.amount
  return {
    taken,
    partlyMetAt: certain.length > 0 ? (need.partlyMetAt ?? now) : null,
    metAt: isMet ? (need.metAt ?? now) : null,
  }
}
