import { ActRefused } from '../postings/act-refused.ts'
import { isUndoable } from '../postings/undo.ts'
import { offerStatus, type Offer } from './offer.ts'

/** Its company says that all is given, here or elsewhere. Throws `ActRefused` where there is nothing to give any more. */
export function allGiven(offer: Offer, now: Date): { givenElsewhereAt: Date } {
  const status = offerStatus(offer, now)
  if (status === 'fulfilled') throw new ActRefused('already-met')
  if (status !== 'open' && status !== 'reserved' && status !== 'expired') throw new ActRefused('closed')
  return { givenElsewhereAt: now }
}

/** Takes that word back within a day; what was confirmed stays. Throws `ActRefused`. */
export function givingUndone(
  { givenElsewhereAt, withdrawnAt }: Offer,
  now: Date,
): { givenElsewhereAt: null } {
  if (!givenElsewhereAt || withdrawnAt) throw new ActRefused('not-met')
  if (!isUndoable(givenElsewhereAt, now)) throw new ActRefused('too-late')
  return { givenElsewhereAt: null }
}
