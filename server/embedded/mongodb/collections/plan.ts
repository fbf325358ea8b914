import type { Condition, FieldCondition } from '../query/condition.ts'
import { isSameOrder } from '../query/collation.ts'
import type { SortField } from '../query/sort.ts'
import { isCollated } from './collated.ts'
import { type Candidate, candidateOf } from './candidate.ts'
import { necessary } from './conditions.ts'
import { resolveHint } from './hint.ts'
import type { Collection, Index } from './model.ts'
import { implies } from './partial.ts'
import type { Query } from '../query/query.ts'

/** How documents are reached: one after the other, by ranges of an index, or by several indexes, each for a branch. */
export type Access =
  | { kind: 'scan'; reverse: boolean }
  | { kind: 'index'; candidate: Candidate; reverse: boolean }
  | { kind: 'any'; branches: readonly Access[] }

export interface Plan {
  access: Access
  /** Whether documents come in the order that was asked for. */
  sorted: boolean
}

interface Scored extends Plan {
  worth: number
}

/** What a plan is made for. */
interface Purpose {
  collection: Collection
  query: Query
  conditions: readonly FieldCondition[]
}

/**
 * Chooses the index that narrows most, or the one that was asked for. What a plan finds is always asked the whole
 * condition again. Refuses with BadValue where the hint names no index.
 */
export function planFor(collection: Collection, query: Query): Plan {
  const hint = resolveHint(collection, query.hint)
  const purpose = { collection, query, conditions: necessary(query.condition) }
  if (hint?.kind === 'index') return hinted(hint.index, purpose)
  const unordered = query.sort.length === 0
  if (hint) return { access: { kind: 'scan', reverse: hint.reverse }, sorted: unordered }
  const scan: Scored = {
    access: { kind: 'scan', reverse: false },
    sorted: unordered,
    worth: unordered ? 1.5 : 0,
  }
  return better([scan, ...byIndexes(purpose), ...byBranches(purpose)])
}

function better(plans: readonly Scored[]): Scored {
  return plans.reduce((best, plan) => (plan.worth > best.worth ? plan : best))
}

/** A hint is followed even where the index lacks documents that match: then they are not found, as in MongoDB. */
function hinted(index: Index, purpose: Purpose): Plan {
  return planBy(index, usable(index, purpose), purpose)
}

function byIndexes(purpose: Purpose): Scored[] {
  return purpose.collection.indexes
    .filter((index) => !index.hidden && isPromising(index, purpose))
    .flatMap((index) => {
      const conditions = usable(index, purpose)
      return isComplete(index, conditions) ? [planBy(index, conditions, purpose)] : []
    })
}

/** Whether the index may be worth more than none: its first field is asked for or sorted by, or it is small. */
function isPromising(index: Index, { query, conditions }: Purpose): boolean {
  if (index.sparse || index.filter) return true
  const isFirst = ({ path }: { path: string }) => path === index.fields[0]?.name
  return conditions.some(isFirst) || query.sort.some(isFirst)
}

/** The conditions that mean the same to the index: with another collation, those that compare no text. */
function usable(index: Index, { query, conditions }: Purpose): readonly FieldCondition[] {
  if (isSameOrder(index.texts, query.texts)) return conditions
  return conditions.filter(({ operand }) => !isCollated(operand))
}

/** Whether the index surely has every document that meets the conditions. */
function isComplete(index: Index, conditions: readonly FieldCondition[]): boolean {
  if (index.filter && !implies(conditions, index.filter, index.texts)) return false
  return (
    !index.sparse ||
    index.fields.some(({ name }) => conditions.some((one) => one.path === name && needsField(one)))
  )
}

function needsField(condition: FieldCondition): boolean {
  return !condition.matches(new Map())
}

function planBy(index: Index, conditions: readonly FieldCondition[], { query }: Purpose): Scored {
  const candidate = candidateOf(index, conditions)
  const isOrdered = query.sort.length > 0
  const agrees = isSameOrder(index.texts, query.texts)
  const turn = isOrdered && agrees ? turnFor(candidate, query.sort) : 0
  const sorted = turn !== 0 || !isOrdered
  const access: Access = { kind: 'index', candidate, reverse: turn < 0 }
  return { access, sorted, worth: worthOf(candidate, sorted) }
}

/** 1 where the index has the wanted order, -1 where it has it backwards, 0 where it has not. */
function turnFor({ index, fixed }: Candidate, sort: readonly SortField[]): number {
  const constant = (path: string) =>
    index.fields.slice(0, fixed).some(({ name }, at) => name === path && !index.multikey[at])
  let turn = 0
  let at = 0
  for (const { path, direction } of sort.filter((field) => !constant(field.path))) {
    while (at < fixed && index.fields[at]?.name !== path) at++
    const field = index.fields[at]
    if (field?.name !== path || index.multikey[at] || !index.sorts[at]) return 0
    const needed = direction * field.direction
    if (turn !== 0 && turn !== needed) return 0
    turn = needed
    at++
  }
  return turn || 1
}

function worthOf({ index, keys, fixed, narrowed }: Candidate, sorted: boolean): number {
  if (keys) return 1000 - keys.length / 1e6
  const fewer = index.sparse || index.filter ? 0.75 : 0
  return fixed * 4 + (narrowed - fixed) * 2 + (sorted ? 1 : 0) + fewer
}

/** For an `$or` of which every branch is narrowed by an index: all that each of them finds. */
function byBranches(purpose: Purpose): Scored[] {
  return alternatives(purpose.query.condition).flatMap((branches) => {
    const plans = branches.map((branch) => branchPlan(branch, purpose))
    if (plans.includes(undefined)) return []
    const access: Access = { kind: 'any', branches: plans.flatMap((plan) => plan?.access ?? []) }
    const least = Math.min(...plans.map((plan) => plan?.worth ?? 0))
    const sorted = purpose.query.sort.length === 0
    return [{ access, sorted, worth: Math.min(least, 900) - (sorted ? 0.5 : 1.5) }]
  })
}

function alternatives(condition: Condition): (readonly Condition[])[] {
  if (condition.kind === 'any') return [condition.parts]
  return condition.kind === 'all' ? condition.parts.flatMap(alternatives) : []
}

function branchPlan(branch: Condition, { collection, query, conditions }: Purpose): Scored | undefined {
  const purpose = {
    collection,
    query: { ...query, condition: branch, sort: [] },
    conditions: [...necessary(branch), ...conditions],
  }
  const plans = [...byIndexes(purpose).filter(narrows), ...byBranches(purpose)]
  return plans.length > 0 ? better(plans) : undefined
}

function narrows({ access }: Scored): boolean {
  return access.kind === 'index' && access.candidate.narrowed > 0
}
