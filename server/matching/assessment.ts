import type { Posting } from '../postings/posting.ts'
import type { FactorName, Message } from './match.ts'
import type { Profile } from './profile.ts'
import type { Rarity } from './rarity.ts'

/** A posting with what was worked out of it. */
export interface Side {
  posting: Posting
  profile: Profile
}

/** The two to be compared, and by what measure. */
export interface Pair {
  offer: Side
  need: Side
  rarity: Rarity
  /** that the offering organisation has brought to results */
  partnerships: number
  now: Date
}

/** How well a pair does by one factor: 0 not at all, 1 fully. */
export interface Assessment {
  factor: FactorName
  share: number
  message: Message
}

/** `null` where a side says nothing that could be compared. */
export type Assess = (pair: Pair) => Assessment | null

export function assess(
  factor: FactorName,
  share: number,
  key: string,
  values: Message['values'] = {},
): Assessment {
  return {
    factor,
    share: Math.min(1, Math.max(0, share)),
    message: { key: `matching:${factor}.${key}`, values },
  }
}

/** Straight from 0 at `from` to 1 at `to`: what lies below is noise, what lies above is as good as it gets. */
export const ramp = (value: number, from: number, to: number): number =>
  Math.min(1, Math.max(0, (value - from) / (to - from)))
