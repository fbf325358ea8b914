import { matchStatus, type Match } from '../matching/match.ts'
import { fits } from '../notifications/alert-rule.ts'
import type { Need } from '../needs/need.ts'
import type { Offer } from '../offers/offer.ts'
import type { Claimed } from '../postings/posting-work.ts'
import type { StepServices } from './step-services.ts'

/** A posting that fits very many others alerts about the best ones; all are on the matches page. */
const mostTold = 20

/**
 * Tells the people concerned of a posting's matches, best first, and then those whose alert rules it fits: the
 * first word that reaches a person about a posting is the one that is kept.
 */
export async function tellMatches(
  { posting, quiet }: Claimed<Offer | Need>,
  matches: Match[],
  services: StepServices,
): Promise<void> {
  if (quiet) return
  const { notify, clock } = services
  const arrival = `${posting.side}:${posting.id}`
  const fresh = matches.filter((match) => matchStatus(match, true) === 'suggested')
  for (const { id: matchId, offerId, needId, score } of fresh.slice(0, mostTold)) {
    await notify({ kind: 'match-found', arrival, offerId, needId, matchId, score }, clock.now())
  }
  await tellRules(posting, arrival, services)
}

async function tellRules(posting: Offer | Need, arrival: string, services: StepServices): Promise<void> {
  const { alertRules, notify, clock } = services
  const fitting = (await alertRules.live(posting.side)).filter(
    (rule) => !rule.minScore && fits(rule, posting),
  )
  const about = posting.side === 'offer' ? { offerId: posting.id } : { needId: posting.id }
  for (const accountId of new Set(fitting.map((rule) => rule.accountId))) {
    await notify({ kind: 'posting-fits', arrival, accountId, ...about }, clock.now())
  }
}
