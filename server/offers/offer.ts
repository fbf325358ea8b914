import type { Posting } from '../postings/posting.ts'
import { isExpired, isPublished, isWithdrawn } from '../postings/posting.ts'
import { isSpokenFor, type Promised } from './promise.ts'
import type { Decision, Screening } from '../screening/screening.ts'

export const offerStatuses = [
  'draft',
  'screening',
  'held',
  'returned',
  'refused',
  'open',
  'reserved',
  'fulfilled',
  'withdrawn',
  'expired',
] as const
export type OfferStatus = (typeof offerStatuses)[number]

export interface Offer extends Posting {
  side: 'offer'
  /** nothing is left to promise since then */
  reservedAt: Date | null
  /** all of it is promised and confirmed since then */
  fulfilledAt: Date | null
  /** its company said that all was given, here or elsewhere */
  givenElsewhereAt?: Date | null
  /** what of it is promised to which need; see `promise.ts` */
  promises?: Promised[]
  /** when the clock next brings something to one of them */
  promisesDueAt?: Date | null
  /** the rules' last word, for the revision that it names */
  screening: Screening | null
  /** a person's last word, for the revision that it names */
  decision: Decision | null
}

/** `null` until this very revision was screened. Only a person's decision says `refused`. */
export function verdictOf(offer: Pick<Offer, 'revision' | 'screening' | 'decision'>) {
  const { revision, screening, decision } = offer
  if (decision?.revision === revision && decision.verdict === 'refused') return 'refused'
  if (screening?.revision !== revision) return null
  return decision && settles(decision, screening) ? decision.verdict : screening.verdict
}

/** A decision stands for the reasons that its maker saw; a reason found later needs another look. */
function settles(decision: Decision, screening: Screening): boolean {
  const open = screening.findings
    .filter((finding) => finding.verdict !== 'cleared')
    .flatMap((finding) => finding.reasons.map((reason) => reason.key))
  return decision.revision === screening.revision && open.every((key) => decision.over.includes(key))
}

export function offerStatus(offer: Offer, now: Date): OfferStatus {
  if (isWithdrawn(offer)) return 'withdrawn'
  if (!isPublished(offer)) return 'draft'
  const verdict = verdictOf(offer)
  if (verdict === 'refused') return 'refused'
  if (offer.fulfilledAt ?? offer.givenElsewhereAt) return 'fulfilled'
  if (isExpired(offer, now)) return 'expired'
  if (verdict === null) return 'screening'
  if (verdict !== 'cleared') return verdict
  return isSpokenFor(offer, now) ? 'reserved' : 'open'
}

/**
 * May be shown, matched and alerted: screening cleared this revision, and it is neither withdrawn,
 * spoken for nor past its end now. Asked at index time and again wherever an offer is about to be seen.
 */
export const isDistributable = (offer: Offer, now: Date): boolean => offerStatus(offer, now) === 'open'
