import { medianOf, type Median } from '../charts/median.ts'
import { steps, type Fate, type Step } from './offer-fate.ts'

export interface FunnelStep {
  step: Step
  count: number
  /** of the step before, 0 to 1; `null` for the first step and where nothing took the one before */
  share: number | null
  /** between the step before and this one; `null` for the first step */
  median: Median | null
}

/** `timed` are the fates that medians may rest on; all count. */
export function funnelOf(all: Fate[], timed: Fate[]): FunnelStep[] {
  const count = (step: Step) => all.filter((fate) => fate[step]).length
  return steps.map((step, index) => {
    const before = steps[index - 1]
    if (!before) return { step, count: count(step), share: null, median: null }
    return {
      step,
      count: count(step),
      share: count(before) > 0 ? count(step) / count(before) : null,
      median: medianOf(timed.flatMap((fate) => between(fate[before], fate[step]))),
    }
  })
}

function between(one: Date | undefined, other: Date | undefined): number[] {
  return one && other ? [Math.max(0, other.getTime() - one.getTime())] : []
}
