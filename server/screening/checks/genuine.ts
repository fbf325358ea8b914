import type { Offer } from '../../offers/offer.ts'
import type { Organisation } from '../../organisations/organisation.ts'
import { findingOf } from '../finding.ts'
import { reasonOf } from '../reason.ts'
import type { ScreeningContext } from '../screening-context.ts'
import type { Finding } from '../screening.ts'
import { duplicatesOf } from './genuine/duplicates.ts'
import { salesOf } from './genuine/sales.ts'

/** Whether the offer is one: not there already, not a sales pitch, not a search for a contract. */
export function genuine(offer: Offer, _company: Organisation, { openOffers }: ScreeningContext): Finding {
  const sales = salesOf(offer)
  return findingOf('genuine', {
    held: sales.held,
    returned: [...duplicatesOf(offer, openOffers), ...sales.returned],
    cleared: [reasonOf('genuine.looked-at', { count: openOffers.length })],
  })
}
