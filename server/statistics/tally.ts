/** How often each key came. */
export interface Tally {
  add(key: string | number, times?: number): void
  of(key: string | number): number
  /** most often first, then by key */
  entries(): [key: string, count: number][]
}

export function tally(): Tally {
  const counts = new Map<string, number>()
  return {
    add: (key, times = 1) => void counts.set(String(key), (counts.get(String(key)) ?? 0) + times),
    of: (key) => counts.get(String(key)) ?? 0,
    entries: () => [...counts].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1)),
  }
}
