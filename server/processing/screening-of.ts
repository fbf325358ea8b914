import type { Offer } from '../offers/offer.ts'
import { screenOffer } from '../screening/screen-offer.ts'
import type { Screening } from '../screening/screening.ts'
import type { Parties } from './parties.ts'
import type { StepServices } from './step-services.ts'

/** What the rules say of an offer now; stores nothing. */
export async function screeningOf(
  offer: Offer,
  parties: Parties,
  services: StepServices,
): Promise<Screening> {
  const company = parties.byId.get(offer.organisationId)
  if (!company) throw new Error(`Offer ${offer.id} has no organisation`)
  return screenOffer(offer, company, await parties.screeningContext(offer, services))
}
