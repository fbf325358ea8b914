import { ActRefused } from '../postings/act-refused.ts'
import { isUndoable } from '../postings/undo.ts'
import { needStatus, type Need } from './need.ts'

/** Its poster says that the need was met, here or elsewhere. Throws `ActRefused` where nothing is asked for any more. */
export function fulfilment(need: Need, now: Date): { metElsewhereAt: Date } {
  const status = needStatus(need, now)
  if (status === 'met') throw new ActRefused('already-met')
  if (status === 'draft' || status === 'withdrawn') throw new ActRefused('closed')
  return { metElsewhereAt: now }
}

/** Takes that word back within a day; what partners confirmed stays. Throws `ActRefused`. */
export function fulfilmentUndone({ metElsewhereAt, withdrawnAt }: Need, now: Date): { metElsewhereAt: null } {
  if (!metElsewhereAt || withdrawnAt) throw new ActRefused('not-met')
  if (!isUndoable(metElsewhereAt, now)) throw new ActRefused('too-late')
  return { metElsewhereAt: null }
}
