import type { Account } from '../accounts/account.ts'
import { told } from '../notifications/told.ts'
import { audited, effect, type Effect } from '../records/effect.ts'
import { conflict } from '../web/problem.ts'
import type { SeenMatch } from './match-access.ts'
import type { Match, MatchSide, Word } from './match.ts'
import type { MatchStore } from './match-store.ts'

export const dismissalReasons = [
  'other-subject',
  'other-place',
  'wrong-time',
  'too-small',
  'too-costly',
  'already-met',
  'other',
] as const

interface Desk {
  matches: MatchStore
  wake(): void
  now(): Date
}

type Own = SeenMatch & { side: MatchSide }

/** One side is interested; with the other's interest the match becomes an introduction. Saying it twice changes nothing. */
export async function showInterest(own: Own, account: Account, desk: Desk): Promise<Match> {
  const { match, side, status } = own
  if (match.interest[side]) return match
  if (status !== 'suggested' && status !== 'interest') throw conflict('This match is no longer open.')
  const tell = effect('interest', { matchId: match.id, by: side }, desk.now())
  return say('interest', own, account, desk, undefined, [tell])
}

/** One side sees no fit, with a reason; the other side is told only if it had shown interest. */
export async function dismiss(own: Own, reason: string, account: Account, desk: Desk): Promise<Match> {
  const { match, side, status } = own
  if (match.dismissal[side]) return match
  if (status === 'lapsed') throw conflict('This match is no longer open.')
  const refs = { matchId: match.id, offerId: match.offerId, needId: match.needId }
  const event = { kind: 'match-dismissed', ...refs, by: side } as const
  const effects = match.interest[otherSide(side)] ? [told(event, desk.now())] : []
  return say('dismissal', own, account, desk, reason, effects)
}

async function say(
  kind: 'interest' | 'dismissal',
  { match, side }: Own,
  account: Account,
  desk: Desk,
  reason: string | undefined,
  effects: Effect[],
): Promise<Match> {
  const now = desk.now()
  const word: Word = { accountId: account.id, name: account.name, at: now, ...(reason && { reason }) }
  const record = { kind: 'match', id: match.id }
  const trace = audited({ actor: account, act: kind, record, before: null, after: { side, ...word } }, now)
  const said = await desk.matches.say(match, kind, side, word, [trace, ...effects])
  desk.wake()
  return said ?? match
}

const otherSide = (side: MatchSide): MatchSide => (side === 'offer' ? 'need' : 'offer')
