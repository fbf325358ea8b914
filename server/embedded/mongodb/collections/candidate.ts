import { beginningOf, inverted } from '../bson/key.ts'
import type { Value } from '../bson/value.ts'
import { rootOf, type FieldCondition } from '../query/condition.ts'
import { arrayIndex, pathOf } from '../query/path.ts'
import { after, numberKey } from '../storage/keys.ts'
import { type Bounds, boundsOf, descending, type Interval } from './bounds.ts'
import type { Index, IndexField } from './model.ts'

/** Ranges of an index's entries among which all that match are found. */
export interface Candidate {
  index: Index
  /** In the order of the index, none overlapping. */
  ranges: readonly Interval[]
  /** Whole keys, one document each at most: a unique index with every field given. */
  keys: readonly Buffer[] | undefined
  /** Whether every entry in the ranges has just the values that are asked for, and one field is narrowed. */
  exact: boolean
  /** How many leading fields are narrowed. */
  narrowed: number
  /** How many of them to one value each. */
  fixed: number
}

/** More combinations of several fields' values than these are not worth looking up one by one. */
const mostCombinations = 2000

/** What the conditions leave of the index. */
export function candidateOf(index: Index, conditions: readonly FieldCondition[]): Candidate {
  const { starts, ranges, narrowed, fixed } = narrow(index, conditions)
  const isWhole = index.direct && !ranges && narrowed === index.fields.length
  const exact = !ranges && narrowed === 1 && !index.texts && starts.every(isKept)
  const keys = isWhole ? starts : undefined
  return { index, narrowed, fixed, exact, ranges: rangesOf(index, starts, ranges), keys }
}

/** Whether an index holds such a key as it is. */
function isKept(start: Buffer): boolean {
  return beginningOf(start).length === start.length
}

interface Narrowed {
  starts: readonly Buffer[]
  ranges: readonly Interval[] | undefined
  narrowed: number
  fixed: number
}

function narrow(index: Index, conditions: readonly FieldCondition[]): Narrowed {
  const found: Narrowed = { starts: [Buffer.alloc(0)], ranges: undefined, narrowed: 0, fixed: 0 }
  for (const field of index.fields) {
    const bounds = boundsOfField(index, found.narrowed, conditions)
    if (!bounds || !isWorthwhile(bounds, found.starts)) return found
    found.narrowed += 1
    if (bounds.kind === 'ranges')
      return { ...found, ranges: field.direction > 0 ? bounds.ranges : descending(bounds.ranges) }
    if (bounds.parts.length === 1 && found.fixed === found.narrowed - 1) found.fixed += 1
    found.starts = combine(found.starts, bounds.parts, field)
  }
  return found
}

/** Two fields of the same array are matched by different elements, their entries hold the same one. */
function boundsOfField(index: Index, at: number, conditions: readonly FieldCondition[]): Bounds | undefined {
  const field = index.fields[at] as IndexField
  const shares = index.fields.slice(0, at).some(({ name }) => rootOf(name) === rootOf(field.name))
  if (shares && index.multikey.includes(true)) return undefined
  const named = conditions.filter(({ path }) => path === field.name)
  const own = namesPlace(field.name) ? named.filter((one) => !asksForNull(one)) : named
  return boundsOf(own, index.multikey[at] === true, index.texts)
}

/** Of `a.0` the index holds what stands first in an array `a`, but an element without a field `0` is null as well. */
const namesPlace = (name: string): boolean =>
  pathOf(name)
    .slice(1)
    .some((segment) => arrayIndex(segment) !== undefined)

const asksForNull = ({ operator, operand }: FieldCondition): boolean =>
  operand === null || (operator === '$in' && (operand as Value[]).includes(null))

function isWorthwhile(bounds: Bounds, starts: readonly Buffer[]): boolean {
  const { length } = bounds.kind === 'points' ? bounds.parts : bounds.ranges
  return starts.length === 1 || length * starts.length <= mostCombinations
}

function combine(starts: readonly Buffer[], parts: readonly Buffer[], { direction }: IndexField): Buffer[] {
  const own = direction > 0 ? parts : parts.map(inverted)
  return starts.flatMap((start) => own.map((part) => Buffer.concat([start, part])))
}

function rangesOf(
  index: Index,
  starts: readonly Buffer[],
  within: readonly Interval[] | undefined,
): Interval[] {
  const number = numberKey(index.number)
  const ranges = starts.flatMap((start) =>
    within ? within.map((range) => rangeOf(number, start, range)) : [rangeOf(number, start, undefined)],
  )
  return disjoint(ranges.sort((a, b) => Buffer.compare(a.start, b.start)))
}

/** Equal beginnings of shortened keys make ranges the same, or one within another. */
function disjoint(ranges: readonly Interval[]): Interval[] {
  const result: Interval[] = []
  for (const { start, end } of ranges) {
    const last = result.at(-1)
    if (!last || Buffer.compare(last.end, start) <= 0) result.push({ start, end })
    else if (Buffer.compare(last.end, end) < 0) last.end = end
  }
  return result
}

function rangeOf(number: Buffer, prefix: Buffer, range: Interval | undefined): Interval {
  const start = beginningOf(range ? Buffer.concat([prefix, range.start]) : prefix)
  const end = range ? Buffer.concat([prefix, range.end]) : prefix
  const isExact = range !== undefined && beginningOf(end).length === end.length
  const stop = Buffer.concat([number, beginningOf(end)])
  return { start: Buffer.concat([number, start]), end: isExact ? stop : after(stop) }
}
