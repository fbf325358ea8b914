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

const enough = 0.8

/**
 * How much a likeness (0 to 1) is worth: nothing up to `noise`, 0.8 at `good`, which is as alike as two people
 * write of one thing, and the rest on the way to identity.
 */
export function worth(likeness: number, noise: number, good: number): number {
  if (likeness <= noise) return 0
  if (likeness < good) return (enough * (likeness - noise)) / (good - noise)
  return enough + ((1 - enough) * (likeness - good)) / (1 - good)
}
