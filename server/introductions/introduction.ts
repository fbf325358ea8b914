import { haveMet, type Agreement, type Match, type MatchSide } from '../matching/match.ts'
import { Problem } from '../web/problem.ts'

/** Why an introduction ends without a partnership made here; the words stand in `introductions:ending.reason`. */
export const endingReasons = [
  'agreed-elsewhere',
  'terms',
  'timing',
  'no-answer',
  'eligibility',
  'other',
] as const
export type EndingReason = (typeof endingReasons)[number]

/** Why an act on an introduction is not possible now; the words stand in `introductions:refusal`. */
export const refusals = ['over', 'agreed', 'proposed', 'proposal-gone', 'own-proposal', 'too-late'] as const
export type Refusal = (typeof refusals)[number]

/** An act that the introduction's state does not allow: a conflict, which the pages put into words. */
export class ActRefused extends Problem {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super('conflict', { detail: `The introduction does not allow this: ${refusal}.` })
    this.refusal = refusal
  }
}

/** Both sides met and neither has ended it: they may write to one another. */
export const stands = (match: Match): boolean =>
  haveMet(match) && !match.ending && !match.dismissal.offer && !match.dismissal.need

/** Throws `ActRefused` where it is over. */
export function mustStand(match: Match): void {
  if (!stands(match)) throw new ActRefused('over')
}

/** Throws `ActRefused` where it is over or became a partnership. */
export function mustBeOpen(match: Match): void {
  mustStand(match)
  if (match.agreement?.confirmed) throw new ActRefused('agreed')
}

/** What is proposed and neither confirmed nor taken back; throws `ActRefused` where there is no such proposal. */
export function proposalOf(match: Match): Agreement {
  mustBeOpen(match)
  if (!match.agreement) throw new ActRefused('proposal-gone')
  return match.agreement
}

export const otherSide = (side: MatchSide): MatchSide => (side === 'offer' ? 'need' : 'offer')
