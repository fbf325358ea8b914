import { ActRefused } from './act-refused.ts'
import type { Posting } from './posting.ts'

const undoMilliseconds = 24 * 3_600_000

/** An act of people can be taken back for a day. */
export const isUndoable = (at: Date | null | undefined, now: Date): boolean =>
  at ? now.getTime() - at.getTime() <= undoMilliseconds : false

/**
 * The posting is again what it was before it was withdrawn, a draft or out. Throws `ActRefused` where it is not
 * withdrawn or has been for more than a day.
 */
export function withdrawalUndone({ withdrawnAt }: Posting, now: Date): { withdrawnAt: null } {
  if (!withdrawnAt) throw new ActRefused('not-withdrawn')
  if (!isUndoable(withdrawnAt, now)) throw new ActRefused('too-late')
  return { withdrawnAt: null }
}
