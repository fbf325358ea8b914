import { matchStatus, type Match } from '../matching/match.ts'
import { strongestMessages } from '../matching/strongest-reasons.ts'
import type { Need } from '../needs/need.ts'
import type { Offer } from '../offers/offer.ts'
import type { Claimed } from '../postings/posting-work.ts'
import type { StepServices } from './step-services.ts'

/** An alert says this much of why; the match's page says the rest. */
const mostReasons = 2

/**
 * Tells the people concerned of a posting's matches, best first: the first word that reaches a person about a
 * posting is the one that is kept. Alert rules come after, see `tell-rules.ts`.
 */
export async function tellMatches(
  { posting, quiet }: Claimed<Offer | Need>,
  matches: Match[],
  services: StepServices,
): Promise<void> {
  if (quiet) return
  const arrival = `${posting.side}:${posting.id}`
  const fresh = matches.filter((match) => matchStatus(match, true) === 'suggested')
  const found = fresh.map((match) => {
    const { id: matchId, offerId, needId, score } = match
    return { matchId, offerId, needId, score, because: strongestMessages(match, mostReasons) }
  })
  if (found.length > 0) await services.notifyMatches(arrival, found, services.clock.now())
}
