/** Below this many cases a median says more about the cases than about the rule, so none is given. */
export const fewestCases = 5

/** A middle value, and of how many. */
export interface Median {
  /** milliseconds; `null` of too few cases */
  value: number | null
  cases: number
}

export function medianOf(values: number[]): Median {
  const sorted = [...values].sort((a, b) => a - b)
  const cases = sorted.length
  if (cases < fewestCases) return { value: null, cases }
  const middle = Math.floor(cases / 2)
  const upper = sorted[middle] ?? 0
  return { value: cases % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2, cases }
}
