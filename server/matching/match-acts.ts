import type { Account } from '../accounts/account.ts'
import { audited, effect } from '../records/effect.ts'
import { conflict } from '../web/problem.ts'
import type { SeenMatch } from './match-access.ts'
import type { Match, MatchSide, Word, WordKind } from './match.ts'
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
  if (status !== 'suggested' && status !== 'interest') throw closed()
  return say('interest', own, account, desk)
}

/** One side sees no fit, with a reason; the other side is told only if it had shown interest. */
export async function dismiss(own: Own, reason: string, account: Account, desk: Desk): Promise<Match> {
  const { match, side, status } = own
  if (match.dismissal[side]) return match
  if (status === 'lapsed' || status === 'ended' || status === 'partnership') throw closed()
  return say('dismissal', own, account, desk, reason)
}

/** Who is told of it is decided from the match as it is later, when the effect is drained: see `newsOf`. */
async function say(
  kind: WordKind,
  { match, side }: Own,
  account: Account,
  desk: Desk,
  reason?: string,
): Promise<Match> {
  const now = desk.now()
  const word: Word = { accountId: account.id, name: account.name, at: now, ...(reason && { reason }) }
  const record = { kind: 'match', id: match.id }
  const trace = audited({ actor: account, act: kind, record, before: null, after: { side, ...word } }, now)
  const news = effect(kind, { matchId: match.id, by: side }, now)
  const said = await desk.matches.say(match, kind, side, word, [trace, news])
  desk.wake()
  return said ?? alreadySaid(await desk.matches.find(match.id), kind, side)
}

/** Somebody of the same side was quicker, which changes nothing; of the other side, which closed it. */
function alreadySaid(match: Match | null, kind: WordKind, side: MatchSide): Match {
  if (!match?.[kind][side]) throw closed()
  return match
}

const closed = () => conflict('This match is no longer open.')
