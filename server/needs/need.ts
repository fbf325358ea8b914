import type { Posting } from '../postings/posting.ts'
import { isExpired, isPublished, isWithdrawn } from '../postings/posting.ts'

export const needStatuses = ['draft', 'open', 'partly-met', 'met', 'withdrawn', 'expired'] as const
export type NeedStatus = (typeof needStatuses)[number]

export interface Need extends Posting {
  side: 'need'
  partlyMetAt: Date | null
  metAt: Date | null
  /** its poster said that it was met, here or elsewhere */
  metElsewhereAt?: Date | null
}

export function needStatus(need: Need, now: Date): NeedStatus {
  if (isWithdrawn(need)) return 'withdrawn'
  if (!isPublished(need)) return 'draft'
  if (need.metAt ?? need.metElsewhereAt) return 'met'
  if (isExpired(need, now)) return 'expired'
  return need.partlyMetAt ? 'partly-met' : 'open'
}

/** Still asks for something: may be matched and alerted now. */
export const isAsking = (need: Need, now: Date): boolean =>
  ['open', 'partly-met'].includes(needStatus(need, now))

/** Closed needs stay in public as the record of what was asked; drafts and withdrawn ones do not. */
export const isPublic = (need: Need, now: Date): boolean =>
  !['draft', 'withdrawn'].includes(needStatus(need, now))
