import { matchStatus, type Match } from '../matching/match.ts'
import { strongestMessages } from '../matching/strongest-reasons.ts'
import type { Need } from '../needs/need.ts'
import { fits } from '../notifications/alert-rule.ts'
import type { Offer } from '../offers/offer.ts'
import type { Claimed } from '../postings/posting-work.ts'
import type { StepServices } from './step-services.ts'

/** An alert says this much of why; the match's page says the rest. */
const mostReasons = 2

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
  const arrival = `${posting.side}:${posting.id}`
  const fresh = matches.filter((match) => matchStatus(match, true) === 'suggested')
  const found = fresh.map((match) => {
    const { id: matchId, offerId, needId, score } = match
    return { matchId, offerId, needId, score, because: strongestMessages(match, mostReasons) }
  })
  if (found.length > 0) await services.notifyMatches(arrival, found, services.clock.now())
}

/** Tells those whose alert rules a posting fits, whether or not it matches anything. */
export async function tellRules(
  { posting, quiet }: Claimed<Offer | Need>,
  { alertRules, notify, clock }: StepServices,
): Promise<void> {
  if (quiet) return
  const arrival = `${posting.side}:${posting.id}`
  const fitting = (await alertRules.live(posting.side)).filter(
    (rule) => !rule.minScore && fits(rule, posting),
  )
  const about = posting.side === 'offer' ? { offerId: posting.id } : { needId: posting.id }
  for (const accountId of new Set(fitting.map((rule) => rule.accountId))) {
    await notify({ kind: 'posting-fits', arrival, accountId, ...about }, clock.now())
  }
}
