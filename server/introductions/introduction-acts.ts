import type { Account } from '../accounts/account.ts'
import type { Agreement, Ending, MatchSide, Word } from '../matching/match.ts'
import { audited, effect, type Effect } from '../records/effect.ts'
import { newId } from '../records/new-id.ts'
import type { Introduction } from './introduction-access.ts'
import type { IntroductionStore } from './introduction-store.ts'
import { ActRefused, mustBeOpen, proposalOf, type EndingReason } from './introduction.ts'

export interface IntroductionDesk {
  introductions: IntroductionStore
  wake(): void
  now(): Date
}

export type EndingInput = { reason: EndingReason; note?: string }
export type AgreementInput = Pick<Agreement, 'title' | 'description' | 'model' | 'startsOn'>

/** One side ends the introduction; the record stays readable to both. Throws `ActRefused` where it is no longer open. */
export async function end(own: Introduction, input: EndingInput, account: Account, desk: IntroductionDesk) {
  const { match, side } = own
  mustBeOpen(match)
  const now = desk.now()
  const ending: Ending = { ...wordOf(account, now), side, ...input }
  const effects = [trace('ending', own, account, { side, ...input }, now), news('ending', own, side, now)]
  await settle(desk.introductions.end(match.id, ending, effects), 'over', desk)
}

/** One side says that both agreed on a partnership; only the other side's confirmation makes it one. */
export async function propose(
  own: Introduction,
  input: AgreementInput,
  account: Account,
  desk: IntroductionDesk,
) {
  const { match, side } = own
  mustBeOpen(match)
  if (match.agreement) throw new ActRefused('proposed')
  const now = desk.now()
  const agreement: Agreement = { ...wordOf(account, now), id: newId(), side, ...input }
  const effects = [
    trace('agreement', own, account, { side, id: agreement.id, ...input }, now),
    news('agreement', own, side, now, agreement.id),
  ]
  await settle(desk.introductions.propose(match.id, agreement, effects), 'proposed', desk)
}

/** The other side confirms what was proposed: the match is a partnership, whose public record follows. */
export async function confirm(own: Introduction, account: Account, desk: IntroductionDesk) {
  const { match, side } = own
  const proposal = proposalOf(match)
  if (proposal.side === side) throw new ActRefused('own-proposal')
  const now = desk.now()
  const partnershipId = newId()
  const effects = [
    trace('confirmation', own, account, { side, agreementId: proposal.id, partnershipId }, now),
    news('partnership', own, side, now, proposal.id),
  ]
  const confirmed = wordOf(account, now)
  const { introductions } = desk
  await settle(
    introductions.confirm(match.id, proposal, confirmed, partnershipId, effects),
    'proposal-gone',
    desk,
  )
}

/** Who proposed changes their mind, or the other side does not agree; the introduction goes on. */
export async function takeBack(own: Introduction, account: Account, desk: IntroductionDesk) {
  const { match, side } = own
  const proposal = proposalOf(match)
  const now = desk.now()
  const effects = [
    trace('agreement-taken-back', own, account, { side, agreementId: proposal.id }, now),
    news('agreement-taken-back', own, side, now, proposal.id),
  ]
  await settle(desk.introductions.takeBack(match.id, proposal, effects), 'proposal-gone', desk)
}

const wordOf = ({ id, name }: Account, at: Date): Word => ({ accountId: id, name, at })

const trace = (act: string, { match }: Introduction, actor: Account, after: object, now: Date): Effect =>
  audited({ actor, act, record: { kind: 'match', id: match.id }, before: null, after: { ...after } }, now)

/** Drained by `introduction-effects.ts`; whom it is told, is decided then. */
const news = (kind: string, { match }: Introduction, by: MatchSide, now: Date, occasion = 'once'): Effect =>
  effect(`introduction-${kind}`, { matchId: match.id, by, occasion }, now)

async function settle(
  written: Promise<boolean>,
  beaten: 'over' | 'proposed' | 'proposal-gone',
  desk: IntroductionDesk,
) {
  if (!(await written)) throw new ActRefused(beaten)
  desk.wake()
}
