/** Gives numbers from 0 up to but not including 1. */
export type Random = () => number

/** The same numbers on every run for the same seed (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = Math.imul(seed + 1, 0x9e3779b9)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    const mixed = Math.imul(state ^ (state >>> 15), state | 1)
    const stirred = mixed ^ (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61))
    return ((stirred ^ (stirred >>> 14)) >>> 0) / 0x1_0000_0000
  }
}

export const below = (random: Random, end: number): number => Math.floor(random() * end)

export const oneOf = <Item>(random: Random, items: readonly Item[]): Item =>
  items[below(random, items.length)]!

/** One of the first more often than one of the last: half of all draws fall on the first quarter. */
export const skewed = <Item>(random: Random, items: readonly Item[]): Item =>
  items[Math.floor(random() ** 2 * items.length)]!
