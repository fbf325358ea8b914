import { unixSeconds } from './posting-filter.ts'
import type { PostingContent } from './posting.ts'

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
