/** The value that a share (0 to 1) of all lies at or below; NaN of nothing. */
export function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN
}

export const median = (values: number[]): number => quantile(values, 0.5)

/** How long it took, in milliseconds. */
export async function timed(act: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await act()
  return performance.now() - started
}

export const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits))
