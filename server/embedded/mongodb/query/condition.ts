import type { Document, Value } from '../bson/value.ts'

/** A compiled query: what a planner may read of it, and the question itself. */
export type Condition = Combination | FieldCondition | OtherCondition

export interface Combination {
  kind: 'all' | 'any' | 'none'
  parts: readonly Condition[]
  matches(document: Document): boolean
}

/** One operator on one path, such as `$gt`. */
export interface FieldCondition {
  kind: 'field'
  path: string
  operator: string
  operand: Value
  matches(document: Document): boolean
}

/** `$expr` and constants; `fields` are the top-level fields that it reads, `undefined` for all. */
export interface OtherCondition {
  kind: 'other'
  fields: readonly string[] | undefined
  matches(document: Document): boolean
}

export function all(parts: readonly Condition[]): Condition {
  if (parts.length === 1) return parts[0] as Condition
  return { kind: 'all', parts, matches: (document) => parts.every((part) => part.matches(document)) }
}

export function any(parts: readonly Condition[]): Condition {
  return { kind: 'any', parts, matches: (document) => parts.some((part) => part.matches(document)) }
}

export function none(parts: readonly Condition[]): Condition {
  return { kind: 'none', parts, matches: (document) => !parts.some((part) => part.matches(document)) }
}

export function constant(result: boolean): Condition {
  return { kind: 'other', fields: [], matches: () => result }
}

/** What must all hold: the parts of every `$and` that is not under another operator. */
export function conjuncts(condition: Condition): FieldCondition[] {
  if (condition.kind === 'field') return [condition]
  return condition.kind === 'all' ? condition.parts.flatMap(conjuncts) : []
}

/** The paths that are asked about, whatever is asked. */
export function pathsIn(condition: Condition): string[] {
  if (condition.kind === 'field') return [condition.path]
  return condition.kind === 'other' ? [] : condition.parts.flatMap(pathsIn)
}

/** The top-level fields that decide, or `undefined` for all of them. */
export function fieldsOf(condition: Condition): ReadonlySet<string> | undefined {
  if (condition.kind === 'field') return new Set([rootOf(condition.path)])
  if (condition.kind === 'other') return condition.fields && new Set(condition.fields)
  const sets = condition.parts.map(fieldsOf)
  if (sets.includes(undefined)) return undefined
  return new Set(sets.flatMap((set) => [...(set ?? [])]))
}

export function rootOf(path: string): string {
  const dot = path.indexOf('.')
  return dot < 0 ? path : path.slice(0, dot)
}

/** Whether nothing is asked. */
export function isEverything(condition: Condition): boolean {
  return condition.kind === 'all' && condition.parts.length === 0
}
