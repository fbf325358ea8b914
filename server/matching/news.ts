import type { SingleEvent } from '../notifications/recipients.ts'
import type { Match, MatchSide, WordKind } from './match.ts'

/**
 * What is to be told of one side's word, by the match as it stands now and not as the speaker saw it: of two words
 * said at once each would have missed the other. Whichever is looked at first, the events come out the same.
 */
export function newsOf(word: WordKind, by: MatchSide, match: Match): SingleEvent | null {
  const { id: matchId, offerId, needId, interest, dismissal } = match
  const refs = { matchId, offerId, needId }
  const other = by === 'offer' ? 'need' : 'offer'
  if (word === 'dismissal') return interest[other] ? { kind: 'match-dismissed', ...refs, by } : null
  if (dismissal[other]) return { kind: 'match-dismissed', ...refs, by: other }
  if (dismissal[by]) return null
  if (interest[other]) return { kind: 'match-introduced', ...refs }
  return { kind: 'interest-shown', ...refs, by }
}
