import { matchStatus, type Match, type MatchSide } from '../matching/match.ts'
import { alertingScore } from '../notifications/recipients.ts'
import type { Claimed } from '../postings/posting-work.ts'
import type { StepServices } from './step-services.ts'

/** A posting that fits very many others alerts about the best ones; all are on the matches page. */
const mostTold = 20

/** Tells the people concerned of a posting's matches, best first: the first that reaches a person is the one kept. */
export async function tellMatches(
  side: MatchSide,
  { posting, quiet }: Claimed<{ id: string }>,
  matches: Match[],
  { notify, clock }: StepServices,
): Promise<void> {
  if (quiet) return
  const worth = matches.filter(
    (match) => match.score >= alertingScore && matchStatus(match, true) === 'suggested',
  )
  for (const { id: matchId, offerId, needId, score } of worth.slice(0, mostTold)) {
    const arrival = `${side}:${posting.id}`
    await notify({ kind: 'match-found', arrival, offerId, needId, matchId, score }, clock.now())
  }
}
