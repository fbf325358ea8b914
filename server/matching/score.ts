import type { Assess, Assessment, Pair } from './assessment.ts'
import { place } from './factors/place.ts'
import { quantity } from './factors/quantity.ts'
import { sdg } from './factors/sdg.ts'
import { sector } from './factors/sector.ts'
import { time } from './factors/time.ts'
import { trackRecord } from './factors/track-record.ts'
import { type } from './factors/type.ts'
import { urgency } from './factors/urgency.ts'
import type { Factor, FactorName, Score } from './match.ts'
import { assessSubject, type Weighed } from './subject.ts'

/** Raised whenever the same pair could score otherwise, so that stored matches are scored anew. */
export const SCORING_VERSION = '1'

type Circumstance = Exclude<FactorName, 'topic' | 'text'>

/** Points of the factors other than the subject, which gets the rest of 100 and what cannot be compared. */
export const weights: Record<Circumstance, number> = {
  type: 8,
  place: 11,
  sdg: 14,
  sector: 4,
  quantity: 4,
  time: 3,
  urgency: 2,
  'track-record': 2,
}
const circumstances: Assess[] = [type, place, sdg, sector, quantity, time, urgency, trackRecord]

/** A pair that shares this much of its subject is about the same; below, other agreement is worth less. */
const related = 0.3
/**
 * What counts in full, in half and not at all between two postings on different subjects. Type and place stay
 * whole, since they are facts, but together they carry no pair: 8 + 11 + 7 leaves it under 30.
 */
const worthUnrelated: Partial<Record<FactorName, number>> = { type: 1, place: 1, sdg: 0.5 }

/** Scores a pair that meets the hard conditions: 0 to 100, the sum of factors that each say why. */
export function scoreMatch(pair: Pair): Score {
  const compared = circumstances.flatMap((assessOne) => assessOne(pair) ?? [])
  const taken = compared.reduce((sum, { factor }) => sum + weightOf(factor), 0)
  const subject = assessSubject(pair, 100 - taken)
  const relevance = Math.min(1, shareOf(subject) / related)
  const factors = [
    ...subject.map(toFactor),
    ...compared.map((assessment) => toFactor(tempered(assessment, relevance))),
  ]
  return { score: factors.reduce((sum, { points }) => sum + points, 0), factors }
}

const weightOf = (factor: FactorName): number => weights[factor as Circumstance]

function shareOf(subject: Weighed[]): number {
  const of = subject.reduce((sum, part) => sum + part.of, 0)
  return subject.reduce((sum, part) => sum + part.share * part.of, 0) / of
}

function tempered(assessment: Assessment, relevance: number): Weighed {
  const least = worthUnrelated[assessment.factor] ?? 0
  const worth = least + (1 - least) * relevance
  return { ...assessment, share: assessment.share * worth, of: weightOf(assessment.factor) }
}

const toFactor = ({ factor, share, of, message }: Weighed): Factor => ({
  factor,
  points: Math.round(share * of),
  of,
  message,
})
