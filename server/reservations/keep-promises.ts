import type { Account } from '../accounts/account.ts'
import type { SeenMatch } from '../matching/match-access.ts'
import type { MatchSide } from '../matching/match.ts'
import { isAsking } from '../needs/need.ts'
import type { SingleEvent } from '../notifications/recipients.ts'
import { told } from '../notifications/told.ts'
import { rounded, wholeOf, type Promised } from '../offers/promise.ts'
import { offerStatus, type Offer } from '../offers/offer.ts'
import type { OfferStore } from '../offers/offer-store.ts'
import { trace } from '../postings/posting-acts.ts'
import { effect, type Effect } from '../records/effect.ts'
import { confirmed, promiseOf, released, reserved, withPromises, type ReleaseReason } from './reservation.ts'
import { ReservationRefused } from './reservation-refused.ts'

export interface ReservationDesk {
  offers: Pick<OfferStore, 'find' | 'change'>
  wake(): void
  now(): Date
}

export type Own = SeenMatch & { side: MatchSide }
type ReservationEvent = 'reservation-made' | 'reservation-confirmed' | 'reservation-released'

/**
 * Either side reserves a part of the offer for the need that it met; `asked` is the amount, and may be left out where
 * the offer is one whole. Throws `ReservationRefused`.
 */
export async function reserve(
  own: Own,
  asked: number | undefined,
  account: Account,
  desk: ReservationDesk,
): Promise<void> {
  const { match, need, side } = own
  mustStand(own)
  if (!isAsking(need, desk.now())) throw new ReservationRefused('closed')
  await write(own, account, desk, 'reservation-made', (offer, now) => {
    if (!['open', 'reserved'].includes(offerStatus(offer, now))) throw new ReservationRefused('closed')
    const amount = amountIn(offer, asked)
    const promises = reserved(offer, { matchId: match.id, needId: need.id, amount, by: side }, now)
    return { promises, about: promises.at(-1) }
  })
}

function mustStand({ status }: Own): void {
  if (status !== 'introduced' && status !== 'partnership') throw new ReservationRefused('not-introduced')
}

/** The other side makes it certain. Throws `ReservationRefused`. */
export async function confirm(own: Own, account: Account, desk: ReservationDesk): Promise<void> {
  const { match, side } = own
  mustStand(own)
  await write(own, account, desk, 'reservation-confirmed', (offer, now) => {
    if (['withdrawn', 'refused'].includes(offerStatus(offer, now))) throw new ReservationRefused('closed')
    return { promises: confirmed(offer, match.id, side, now), about: promiseOf(offer, match.id, now) }
  })
}

/** Either side gives it back, with a reason that the other one reads. Throws `ReservationRefused`. */
export async function release(
  own: Own,
  reason: ReleaseReason,
  account: Account,
  desk: ReservationDesk,
): Promise<void> {
  const { match } = own
  await write(
    own,
    account,
    desk,
    'reservation-released',
    (offer, now) => ({ promises: released(offer, match.id, now), about: promiseOf(offer, match.id, now) }),
    reason,
  )
}

function amountIn(offer: Offer, asked: number | undefined): number {
  if (!offer.quantity) return wholeOf(offer)
  if (asked === undefined) throw new ReservationRefused('incomplete')
  return rounded(asked)
}

const attempts = 5

/**
 * One conditional write of the offer carries the promises, the trace, the news and what the need has to know. Whoever
 * loses a race decides again on what is left, so that no more is ever promised than there is.
 */
async function write(
  own: Own,
  account: Account,
  desk: ReservationDesk,
  kind: ReservationEvent,
  act: (offer: Offer, now: Date) => { promises: Promised[]; about: Promised | undefined },
  reason?: ReleaseReason,
): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const now = desk.now()
    const offer = (await desk.offers.find(own.offer.id)) ?? own.offer
    const { promises, about } = act(offer, now)
    const change = withPromises(offer, promises, now)
    const name = kind.replace('reservation-', 'promise-')
    const news = about ? newsOf(kind, about, offer, own.side, now, reason) : []
    const effects = [trace(account, name, offer, { promises }, now), ...news]
    if (await desk.offers.change(offer, change, effects, now)) return desk.wake()
  }
  throw new ReservationRefused('overtaken')
}

/** What follows of something that happened to a promise; without `by` it was the clock, and both sides hear of it. */
export function newsOf(
  kind: ReservationEvent | 'reservation-lapsing' | 'reservation-lapsed',
  promise: Promised,
  offer: Offer,
  by: MatchSide | null,
  now: Date,
  reason?: ReleaseReason,
): Effect[] {
  const { id: promiseId, matchId, needId, amount } = promise
  const unit = offer.quantity?.unit
  const size = unit ? { key: 'reservations:news.amount', values: { amount, unit } } : wholeSize
  const because = [size, ...(reason ? [{ key: `reservations:reason.${reason}`, values: {} }] : [])]
  const refs = { matchId, offerId: offer.id, needId }
  const event: SingleEvent = { kind, promiseId, ...refs, by: by ?? undefined, because }
  return [told(event, now), effect('need-supplied', { needId }, now)]
}

const wholeSize = { key: 'reservations:news.whole', values: {} }
