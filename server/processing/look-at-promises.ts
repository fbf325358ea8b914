import type { Clock } from '../connections/clock.ts'
import type { OfferStore } from '../offers/offer-store.ts'
import { newsOf } from '../reservations/keep-promises.ts'
import { brought, withPromises } from '../reservations/reservation.ts'

interface LookServices {
  offers: Pick<OfferStore, 'promisesDue' | 'change'>
  clock: Clock
}

const batch = 100

/** Reminds of reservations that nobody has confirmed, and lets them lapse; returns how many offers it looked at. */
export async function lookAtPromises({ offers, clock }: LookServices): Promise<number> {
  const now = clock.now()
  const due = await offers.promisesDue(now, batch)
  for (const offer of due) {
    const { lapsed, lapsing, kept } = brought(offer, now)
    const effects = [
      ...lapsed.flatMap((promise) => newsOf('reservation-lapsed', promise, offer, null, now)),
      ...lapsing.flatMap((promise) => newsOf('reservation-lapsing', promise, offer, null, now)),
    ]
    await offers.change(offer, withPromises(offer, kept, now), effects, now)
  }
  return due.length
}
