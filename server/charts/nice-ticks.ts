const steps = [1, 2, 2.5, 5, 10]

/** Whole numbers from 0 to at least `most`, two to five of them and evenly apart, as a reader would choose them. */
export function niceTicks(most: number): number[] {
  if (most <= 1) return [0, 1]
  const power = 10 ** Math.floor(Math.log10(most / 4))
  const wanted = steps.map((step) => step * power).find((step) => most / step <= 4 && Number.isInteger(step))
  const step = wanted ?? 1
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, index) => index * step)
}
