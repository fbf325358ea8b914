import type { Labels, Language } from './languages.ts'
import data from './data/sdgs.json' with { type: 'json' }

interface Goal {
  readonly goal: number
  readonly colour: string
  readonly targets: string
  readonly labels: Labels
}

const goals: readonly Goal[] = data.goals
const goalsByTarget = new Map(
  goals.flatMap(({ goal, targets }) => targets.split(' ').map((target) => [target, goal] as const)),
)

/** The goals, 1 to 17. */
export const SDGS: readonly number[] = goals.map(({ goal }) => goal)

/** The 169 targets in order, e.g. '1.1', '1.a' (means of implementation are lettered), '17.19'. */
export const SDG_TARGETS: readonly string[] = [...goalsByTarget.keys()]

export function isSdg(goal: number): boolean {
  return SDGS.includes(goal)
}

export function isTarget(code: string): boolean {
  return goalsByTarget.has(code)
}

/** The goal, 1 to 17, that a target such as '6.2' belongs to; undefined for what is no target. */
export function goalOfTarget(target: string): number | undefined {
  return goalsByTarget.get(target)
}

/** The short name of a goal. Throws a RangeError for what is no goal. */
export function sdgLabel(goal: number, language: Language): string {
  return find(goal).labels[language]
}

/** The goal's official colour as '#RRGGBB'. Throws a RangeError for what is no goal. */
export function sdgColour(goal: number): string {
  return find(goal).colour
}

function find(number: number): Goal {
  const goal = goals[number - 1]
  if (!goal) throw new RangeError(`${number} is no Sustainable Development Goal`)
  return goal
}
