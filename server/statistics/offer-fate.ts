import { verdictOf, type Offer } from '../offers/offer.ts'

/** The way of an offer, in order. */
export const steps = ['posted', 'screened', 'cleared', 'answered', 'introduced', 'partnership'] as const
export type Step = (typeof steps)[number]

/** What became of an offer in screening. */
export const outcomes = ['cleared-by-rules', 'cleared-by-person', 'waiting', 'returned', 'refused'] as const
export type Outcome = (typeof outcomes)[number]

/** Of an offer what the figures read. */
export type CountedOffer = Pick<
  Offer,
  | 'id'
  | 'revision'
  | 'publishedAt'
  | 'screening'
  | 'decision'
  | 'sdgs'
  | 'countries'
  | 'regions'
  | 'contributionTypes'
  | 'source'
>

/** When the UN side first did something about an offer, over all of its matches. */
export interface Milestones {
  answeredAt?: Date
  introducedAt?: Date
  partnershipAt?: Date
}

/** The moment at which an offer took each step that it has taken. */
export type Fate = Partial<Record<Step, Date>>

/**
 * An offer that took a later step took the earlier ones too, whatever became of it since: one that was introduced and
 * is held again after an edit still counts as cleared, from the moment of its answer. `screened` is the rules' last
 * word on it, `cleared` that word or the person's that cleared it.
 */
export function fateOf(offer: CountedOffer, { answeredAt, introducedAt, partnershipAt }: Milestones): Fate {
  const introduced = introducedAt ?? partnershipAt
  const answered = answeredAt ?? introduced
  const cleared = clearedAt(offer) ?? answered
  const known: Record<Step, Date | null | undefined> = {
    posted: offer.publishedAt,
    screened: offer.screening?.at ?? cleared,
    cleared,
    answered,
    introduced,
    partnership: partnershipAt,
  }
  return Object.fromEntries(Object.entries(known).filter(([, at]) => at))
}

/** `null` while its present revision waits for the rules. */
export function outcomeOf(offer: CountedOffer): Outcome | null {
  const verdict = verdictOf(offer)
  if (verdict === null) return null
  if (verdict === 'held') return 'waiting'
  if (verdict !== 'cleared') return verdict
  return isDecided(offer) ? 'cleared-by-person' : 'cleared-by-rules'
}

/** Milliseconds from the rules' hold to the person's word; `undefined` where no person had to speak. */
export function decisionTime(offer: CountedOffer): number | undefined {
  const { screening, decision } = offer
  if (!screening || !decision || !isDecided(offer)) return undefined
  return Math.max(0, decision.at.getTime() - screening.at.getTime())
}

function clearedAt(offer: CountedOffer): Date | undefined {
  if (verdictOf(offer) !== 'cleared') return undefined
  return isDecided(offer) ? offer.decision?.at : offer.screening?.at
}

const isDecided = ({ decision, revision }: CountedOffer): boolean => decision?.revision === revision
