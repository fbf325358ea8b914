import type { Offer } from '../offers/offer.ts'
import { verdictOf } from '../offers/offer.ts'
import type { Decision } from './screening.ts'

/** Why a decision is not taken; the words stand in the locales under `screening:refusal`. */
export type DecisionRefusal = 'not-held' | 'own-organisation' | 'no-reason'

/** A decision that the offer's state or the person's place does not allow. */
export class DecisionRefused extends Error {
  readonly refusal: DecisionRefusal
  constructor(refusal: DecisionRefusal) {
    super(`The decision is refused: ${refusal}`)
    this.refusal = refusal
  }
}

/** Who decides. */
export interface Officer {
  accountId: string
  name: string
  organisationId: string
}

/** Characters that a reason has at least. */
export const shortestReason = 10

/**
 * A person's word on a held offer, over every reason that is open at this revision. Throws `DecisionRefused` for an
 * offer that is not held now, for one of the officer's own organisation, and without a reason in words.
 */
export function decide(
  offer: Offer,
  { verdict, reason }: Pick<Decision, 'verdict' | 'reason'>,
  by: Officer,
  now: Date,
): Decision {
  if (by.organisationId === offer.organisationId) throw new DecisionRefused('own-organisation')
  if (verdictOf(offer) !== 'held') throw new DecisionRefused('not-held')
  if (reason.trim().length < shortestReason) throw new DecisionRefused('no-reason')
  const { accountId, name } = by
  const over = openKeys(offer)
  return { revision: offer.revision, verdict, reason: reason.trim(), over, by: { accountId, name }, at: now }
}

function openKeys({ screening }: Offer): string[] {
  const open = (screening?.findings ?? []).filter(({ verdict }) => verdict !== 'cleared')
  return [...new Set(open.flatMap(({ reasons }) => reasons.map(({ key }) => key)))]
}
