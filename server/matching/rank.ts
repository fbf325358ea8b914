import type { Offer } from '../offers/offer.ts'
import type { Need } from '../needs/need.ts'
import type { Posting } from '../postings/posting.ts'
import { areCompatible, conditionsOf } from './hard-conditions.ts'
import type { Score } from './match.ts'
import { rememberProfiles } from './profiles.ts'
import { supposedRarity, type Rarity } from './rarity.ts'
import { scoreMatch } from './score.ts'

/** From this score on a pair is worth a person's glance: a common subject and more than circumstance. */
export const MATCH_THRESHOLD = 35

export interface RankContext {
  now: Date
  /** the entity behind an organisation; an entity is its own */
  entityOf: (organisationId: string) => string
  /** what the collection says of words; else what is supposed of them */
  rarity?: Rarity
  /** partnerships that an organisation has brought to results */
  partnershipsOf?: (organisationId: string) => number
}

export interface Ranked<P> {
  posting: P
  score: Score
}

const profileOf = rememberProfiles()

/** The candidates that fit the posting and reach the threshold, best first; ties by id. */
export function rankCandidates<P extends Offer | Need>(
  posting: Offer | Need,
  candidates: P[],
  context: RankContext,
): Ranked<P>[] {
  return scoreCandidates(posting, candidates, context).filter(({ score }) => score.score >= MATCH_THRESHOLD)
}

/** As `rankCandidates`, with the pairs below the threshold too; without those that a hard condition parts. */
export function scoreCandidates<P extends Offer | Need>(
  posting: Offer | Need,
  candidates: P[],
  context: RankContext,
): Ranked<P>[] {
  const conditions = conditionsOf(posting, partiesOf(posting, context))
  const fits = (other: P) =>
    posting.side === 'offer'
      ? areCompatible(conditions, conditionsOf(other, partiesOf(other, context)))
      : areCompatible(conditionsOf(other, partiesOf(other, context)), conditions)
  return candidates
    .filter((other) => other.side !== posting.side && fits(other))
    .map((other) => ({ posting: other, score: scorePair(posting, other, context) }))
    .sort((a, b) => b.score.score - a.score.score || (a.posting.id < b.posting.id ? -1 : 1))
}

/** The organisations that bar a pair where they stand on both sides; see `Conditions`. */
export function partiesOf(posting: Offer | Need, { entityOf }: Pick<RankContext, 'entityOf'>): string[] {
  if (posting.side === 'offer') return posting.screening?.barredFor ?? []
  return [...new Set([posting.organisationId, entityOf(posting.organisationId)])]
}

function scorePair(posting: Posting, other: Posting, context: RankContext): Score {
  const { now, rarity = supposedRarity, partnershipsOf } = context
  const [offer, need] = posting.side === 'offer' ? [posting, other] : [other, posting]
  return scoreMatch({
    offer: { posting: offer, profile: profileOf(offer) },
    need: { posting: need, profile: profileOf(need) },
    partnerships: partnershipsOf?.(offer.organisationId) ?? 0,
    rarity,
    now,
  })
}
