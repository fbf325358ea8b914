import type { MatchSide } from '../matching/match.ts'
import { isAllConfirmed, leftOf, standingPromises, sumOf, type Promised } from '../offers/promise.ts'
import type { Offer } from '../offers/offer.ts'
import { daysAfter } from '../postings/posting-end.ts'
import { newId } from '../records/new-id.ts'
import { ReservationRefused } from './reservation-refused.ts'

/** A reservation that the other side has not confirmed after so many days lapses. */
export const reservationDays = 14
/** Both sides are reminded so many days before. */
export const reminderDays = 2

/** Why a promise is released; the words stand in the locales under `reservations:reason`. */
export const releaseReasons = [
  'no-longer-needed',
  'no-longer-available',
  'other-partner',
  'amount',
  'timing',
  'other',
] as const
export type ReleaseReason = (typeof releaseReasons)[number]

type Promising = Pick<Offer, 'quantity' | 'promises'>

export const promiseOf = (offer: Pick<Offer, 'promises'>, matchId: string, now: Date): Promised | undefined =>
  standingPromises(offer, now).find((one) => one.matchId === matchId)

/** Throws `ReservationRefused` where the match has a promise already or less is left. */
export function reserved(
  offer: Promising,
  { matchId, needId, amount, by }: Pick<Promised, 'matchId' | 'needId' | 'amount' | 'by'>,
  now: Date,
): Promised[] {
  if (promiseOf(offer, matchId, now)) throw new ReservationRefused('already')
  const left = leftOf(offer, now)
  if (amount > left) throw new ReservationRefused('not-enough', left)
  const lapsesAt = daysAfter(now, reservationDays)
  const promise = { id: newId(), matchId, needId, amount, by, reservedAt: now, lapsesAt }
  return [...standingPromises(offer, now), { ...promise, remindedAt: null, confirmedAt: null }]
}

/** By the side that did not reserve. Throws `ReservationRefused`. */
export function confirmed(offer: Promising, matchId: string, side: MatchSide, now: Date): Promised[] {
  const promise = mustStand(offer, matchId, now)
  if (promise.confirmedAt) throw new ReservationRefused('confirmed')
  if (promise.by === side) throw new ReservationRefused('own')
  return standingPromises(offer, now).map((one) => (one === promise ? { ...one, confirmedAt: now } : one))
}

/** By either side, confirmed or not. Throws `ReservationRefused` where nothing stands. */
export function released(offer: Promising, matchId: string, now: Date): Promised[] {
  const promise = mustStand(offer, matchId, now)
  return standingPromises(offer, now).filter((one) => one !== promise)
}

function mustStand(offer: Promising, matchId: string, now: Date): Promised {
  const promise = promiseOf(offer, matchId, now)
  if (!promise) throw new ReservationRefused('gone')
  return promise
}

/** What the clock has brought: who is to be reminded, and what has lapsed. */
export function brought({ promises = [] }: Pick<Offer, 'promises'>, now: Date) {
  const open = promises.filter(({ confirmedAt }) => !confirmedAt)
  const lapsed = open.filter(({ lapsesAt }) => lapsesAt <= now)
  const lapsing = open.filter((one) => !lapsed.includes(one) && isToRemind(one, now))
  const kept = promises
    .filter((one) => !lapsed.includes(one))
    .map((one) => (lapsing.includes(one) ? { ...one, remindedAt: now } : one))
  return { lapsed, lapsing, kept }
}

const reminderOf = ({ lapsesAt }: Promised): Date => daysAfter(lapsesAt, -reminderDays)
const isToRemind = (promise: Promised, now: Date): boolean =>
  !promise.remindedAt && reminderOf(promise) <= now

/** The offer's fields once these promises stand; `promisesDueAt` is when the clock next brings something. */
export function withPromises(offer: Offer, promises: Promised[], now: Date) {
  const after = { ...offer, promises }
  const moments = promises
    .filter(({ confirmedAt }) => !confirmedAt)
    .map((one) => (one.remindedAt ? one.lapsesAt : reminderOf(one)).getTime())
  return {
    promises,
    taken: sumOf(promises),
    reservedAt: promises.length > 0 && leftOf(after, now) === 0 ? (offer.reservedAt ?? now) : null,
    fulfilledAt: promises.length > 0 && isAllConfirmed(after) ? (offer.fulfilledAt ?? now) : null,
    promisesDueAt: moments.length > 0 ? new Date(Math.min(...moments)) : null,
  }
}
