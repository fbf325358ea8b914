export interface Step {
  from: number
  to: number
}

/**
 * Parts values into up to `most` steps of about as many values each, lowest first, none of them empty: equal values
 * share a step, and a step reaches from the least to the greatest value that is in it.
 */
export function quantileSteps(values: number[], most: number): Step[] {
  const sorted = [...values].sort((a, b) => a - b)
  const ends = Array.from({ length: most }, (_, index) => {
    return sorted[Math.ceil(((index + 1) * sorted.length) / most) - 1] ?? 0
  })
  const tops = [...new Set(ends)]
  return sorted.length === 0
    ? []
    : tops.map((to, index) => ({ from: firstAbove(sorted, tops[index - 1]), to }))
}

/** The number of the step that a value is in, from 1. */
export const stepOf = (value: number, steps: readonly Step[]): number =>
  steps.findIndex(({ to }) => value <= to) + 1

const firstAbove = (sorted: number[], end = -Infinity): number => sorted.find((value) => value > end) ?? 0
