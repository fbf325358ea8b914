import { unixSeconds } from './posting-filter.ts'
import { endOf } from './posting-end.ts'
import type { Posting, PostingContent } from './posting.ts'

/** The year 3000 in unix seconds: later than any posting ends. */
export const NEVER = 32_503_680_000

/** A stretch of time in unix seconds, `openFrom` inclusive. */
export interface Window {
  openFrom: number
  openUntil: number
}

/** The declared window; a side left open reaches as far as time goes. */
export const windowOf = ({
  availableFrom,
  availableUntil,
}: Pick<PostingContent, 'availableFrom' | 'availableUntil'>): Window => ({
  openFrom: availableFrom ? unixSeconds(availableFrom) : 0,
  openUntil: availableUntil ? unixSeconds(availableUntil) : NEVER,
})

/** The window in which it may be listed: as `windowOf`, and no longer than until its end, named or not. */
export function listedWindowOf(posting: Posting): Window {
  const end = endOf(posting)
  return { ...windowOf(posting), openUntil: end ? unixSeconds(end) : NEVER }
}
