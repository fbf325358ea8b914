import type { MatchStore } from '../matching/match-store.ts'
import type { OfferStore } from '../offers/offer-store.ts'
import { trace } from '../postings/posting-acts.ts'
import { effect } from '../records/effect.ts'
import { promiseOf, released, withPromises } from './reservation.ts'

interface Stores {
  matches: MatchStore
  offers: OfferStore
}

const attempts = 5

/**
 * One side has ended the introduction: what was promised in it is free again. The other side hears of the end, so that
 * nobody is told of the release as well. Repeating it changes nothing.
 */
export async function releaseWithIntroduction(
  matchId: string,
  { matches, offers }: Stores,
  now: Date,
): Promise<void> {
  const match = await matches.find(matchId)
  const word = match && (match.ending ?? match.dismissal.offer ?? match.dismissal.need)
  if (!word) return
  const actor = { id: word.accountId, name: word.name }
  for (let attempt = 0; attempt < attempts; attempt++) {
    const offer = await offers.find(match.offerId)
    if (!offer || !promiseOf(offer, match.id, now)) return
    const promises = released(offer, match.id, now)
    const effects = [
      trace(actor, 'promise-released', offer, { promises }, now),
      effect('need-supplied', { needId: match.needId }, now),
    ]
    if (await offers.change(offer, withPromises(offer, promises, now), effects, now)) return
  }
  throw new Error(`What was promised in match ${matchId} could not be released`)
}
