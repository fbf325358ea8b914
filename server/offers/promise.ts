import type { Offer } from './offer.ts'

/** A part of an offer that is promised to a need: reserved by one side, certain once the other has confirmed it. */
export interface Promised {
  id: string
  matchId: string
  needId: string
  /** in the offer's unit; 1 is the whole of an offer without a quantity */
  amount: number
  /** which side reserved; the other one confirms */
  by: 'offer' | 'need'
  reservedAt: Date
  /** when it lapses by itself, as long as nobody confirms */
  lapsesAt: Date
  /** both sides were told that it is about to lapse */
  remindedAt: Date | null
  confirmedAt: Date | null
}

type Promising = Pick<Offer, 'quantity' | 'promises'>

/** Amounts are decimals, sums of which are rounded to the millionth. */
export const rounded = (amount: number): number => Math.round(amount * 1e6) / 1e6

/** All that there is to promise; 1 for an offer without a quantity, which is given as a whole. */
export const wholeOf = ({ quantity }: Pick<Offer, 'quantity'>): number => quantity?.amount ?? 1

/** Those that hold at `now`: what nobody confirmed in time has lapsed. */
export const standingPromises = ({ promises = [] }: Pick<Offer, 'promises'>, now: Date): Promised[] =>
  promises.filter(({ confirmedAt, lapsesAt }) => confirmedAt || lapsesAt > now)

export const sumOf = (promises: Promised[]): number =>
  rounded(promises.reduce((sum, { amount }) => sum + amount, 0))

export const leftOf = (offer: Promising, now: Date): number =>
  Math.max(0, rounded(wholeOf(offer) - sumOf(standingPromises(offer, now))))

/** Nothing is left to promise. */
export const isSpokenFor = (offer: Promising & Pick<Offer, 'reservedAt'>, now: Date): boolean =>
  offer.promises?.length ? leftOf(offer, now) === 0 : offer.reservedAt !== null

/** All of it is promised and confirmed. */
export const isAllConfirmed = (offer: Promising): boolean =>
  sumOf((offer.promises ?? []).filter(({ confirmedAt }) => confirmedAt)) >= wholeOf(offer)
