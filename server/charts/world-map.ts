import { quantileSteps, stepOf, type Step } from './quantile-steps.ts'
import { worldOutline } from './world-outline.ts'

/** Of one country; those without a value are drawn as land. */
export interface MapValue {
  /** ISO 3166-1 alpha-3 */
  country: string
  name: string
  /** more than 0 */
  value: number
  href?: string
}

interface MapWords {
  /** what the map shows */
  caption: string
  /** heads of the table */
  country: string
  value: string
  /** the value of a country, as the pointer finds it: "12 open needs" */
  say(value: number): string
  /** a step of the legend: "3 to 7" */
  step(step: Step): string
}

const mostSteps = 5

/**
 * The model of `views/components/world-map.hbs`: darker where there is more, and the same figures as a table with
 * the greatest first.
 */
export function worldMap(values: MapValue[], words: MapWords) {
  const { width, height, paths, dots } = worldOutline()
  const steps = quantileSteps(
    values.map(({ value }) => value),
    mostSteps,
  )
  const marks = values.map(({ country, name, value, href }) => ({
    ...{ href, title: `${name}: ${words.say(value)}`, tone: toneOf(stepOf(value, steps), steps.length) },
    ...{ path: paths.get(country), dot: dots.get(country) },
  }))
  const valued = new Set(values.map(({ country }) => country))
  return {
    ...{ width, height, caption: words.caption, heads: { country: words.country, value: words.value } },
    land: [...paths].map(([code, path]) => (valued.has(code) ? '' : path)).join(''),
    areas: marks.filter(({ path }) => path),
    dots: marks.filter(({ path, dot }) => !path && dot),
    legend: steps.map((step, index) => ({
      tone: toneOf(index + 1, steps.length),
      text: words.step(step),
    })),
    rows: [...values].sort((a, b) => b.value - a.value || a.name.localeCompare(b.name)),
  }
}

/** Few steps use the strong end of the five tones, so that they stand out from the land. */
const toneOf = (step: number, steps: number): number => step + mostSteps - steps
