import type { Condition, FieldCondition } from '../query/condition.ts'
import { conjuncts } from '../query/condition.ts'
import type { SortField } from '../query/sort.ts'
import { isCollated } from './collated.ts'
import { type Candidate, candidateOf } from './candidate.ts'
import type { Collection, Index } from './model.ts'
import { implies } from './partial.ts'

/** How documents are found: by an index, or one after the other. */
export interface Plan {
  candidate: Candidate | undefined
  /** Whether the index is read from its end. */
  reverse: boolean
  /** Whether documents come in the order that was asked for. */
  sorted: boolean
}

/** Chooses the index that narrows most. What a plan finds is always asked the whole condition again. */
export function planFor(
  collection: Collection,
  condition: Condition,
  sort: readonly SortField[],
  hasCollation: boolean,
): Plan {
  const conditions = conjuncts(condition).filter((one) => !hasCollation || !isCollated(one.operand))
  const plans = collection.indexes.flatMap((index) =>
    planBy(index, conditions, hasCollation ? [] : sort, sort.length > 0),
  )
  const scan: Plan = { candidate: undefined, reverse: false, sorted: sort.length === 0 }
  return plans.reduce((best, plan) => (worth(plan) > worth(best) ? plan : best), scan)
}

function planBy(
  index: Index,
  conditions: readonly FieldCondition[],
  sort: readonly SortField[],
  isSorted: boolean,
): Plan[] {
  if (index.filter && !implies(conditions, index.filter)) return []
  const candidate = candidateOf(index, conditions)
  if (!candidate) return []
  const turn = sort.length > 0 ? turnFor(candidate, sort) : 0
  return [{ candidate, reverse: turn < 0, sorted: turn !== 0 || !isSorted }]
}

/** 1 where the index has the wanted order, -1 where it has it backwards, 0 where it has not. */
function turnFor({ index, fixed }: Candidate, sort: readonly SortField[]): number {
  if (!index.sorts) return 0
  const constant = (path: string) =>
    index.fields.slice(0, fixed).some(({ name }, at) => name === path && !index.multikey[at])
  let turn = 0
  let at = 0
  for (const { path, direction } of sort.filter((field) => !constant(field.path))) {
    while (at < fixed && index.fields[at]?.name !== path) at++
    const field = index.fields[at]
    if (field?.name !== path || index.multikey[at]) return 0
    const needed = direction * field.direction
    if (turn !== 0 && turn !== needed) return 0
    turn = needed
    at++
  }
  return turn || 1
}

function worth({ candidate, sorted }: Plan): number {
  if (!candidate) return sorted ? 1.5 : 0
  if (candidate.keys) return 1000 - candidate.keys.length / 1e6
  return candidate.fixed * 4 + (candidate.narrowed - candidate.fixed) * 2 + (sorted ? 1 : 0)
}
