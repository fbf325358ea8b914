import { beginningOf, inverted } from '../bson/key.ts'
import { rootOf, type FieldCondition } from '../query/condition.ts'
import { after, numberKey } from '../storage/keys.ts'
import { type Bounds, boundsOf, type Interval } from './bounds.ts'
import type { Index, IndexField } from './model.ts'

/** Ranges of an index's entries among which all that match are found. */
export interface Candidate {
  index: Index
  /** In the order of the index, none overlapping. */
  ranges: readonly Interval[]
  /** Whole keys, one document each at most: a unique index with every field given. */
  keys: readonly Buffer[] | undefined
  /** How many leading fields are narrowed. */
  narrowed: number
  /** How many of them to one value each. */
  fixed: number
}

/** More combinations of values than these are not worth looking up one by one. */
const mostCombinations = 2000

/** What the conditions leave of the index; `undefined` where it could lack a document that matches. */
export function candidateOf(index: Index, conditions: readonly FieldCondition[]): Candidate | undefined {
  const found = narrow(index, conditions)
  if (index.sparse && !found.excludesMissing) return undefined
  const { starts, range, narrowed, fixed } = found
  const isWhole = index.unique && !range && narrowed === index.fields.length
  return {
    index,
    narrowed,
    fixed,
    ranges: rangesOf(index, starts, range),
    keys: isWhole ? starts : undefined,
  }
}

interface Narrowed {
  starts: readonly Buffer[]
  range: Interval | undefined
  narrowed: number
  fixed: number
  excludesMissing: boolean
}

function narrow(index: Index, conditions: readonly FieldCondition[]): Narrowed {
  const found: Narrowed = {
    starts: [Buffer.alloc(0)],
    range: undefined,
    narrowed: 0,
    fixed: 0,
    excludesMissing: false,
  }
  for (const field of index.fields) {
    const bounds = boundsOfField(index, found.narrowed, conditions)
    if (!bounds || !isWorthwhile(bounds, found.starts)) return found
    found.narrowed += 1
    found.excludesMissing ||= bounds.kind === 'points' || !includesNull(bounds)
    if (bounds.kind === 'range') return { ...found, range: directed(bounds, field) }
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
  const own = conditions.filter(({ path }) => path === field.name)
  return boundsOf(own, index.multikey[at] === true)
}

function isWorthwhile(bounds: Bounds, starts: readonly Buffer[]): boolean {
  return bounds.kind === 'range' || bounds.parts.length * starts.length <= mostCombinations
}

/** Keys of null and nothing begin with 8, what an empty array leaves with 3. */
function includesNull({ start }: Interval): boolean {
  return (start[0] as number) <= 8
}

function directed({ start, end }: Interval, { direction }: IndexField): Interval {
  return direction > 0 ? { start, end } : { start: after(inverted(end)), end: after(inverted(start)) }
}

function combine(starts: readonly Buffer[], parts: readonly Buffer[], { direction }: IndexField): Buffer[] {
  const own = direction > 0 ? parts : parts.map(inverted)
  return starts.flatMap((start) => own.map((part) => Buffer.concat([start, part])))
}

function rangesOf(index: Index, starts: readonly Buffer[], range: Interval | undefined): Interval[] {
  const number = numberKey(index.number)
  const ranges = starts.map((start) => rangeOf(number, start, range))
  ranges.sort((a, b) => Buffer.compare(a.start, b.start))
  return ranges.filter(
    ({ start }, at) => at === 0 || Buffer.compare(start, (ranges[at - 1] as Interval).start) !== 0,
  )
}

function rangeOf(number: Buffer, prefix: Buffer, range: Interval | undefined): Interval {
  const start = beginningOf(range ? Buffer.concat([prefix, range.start]) : prefix)
  const end = range ? Buffer.concat([prefix, range.end]) : prefix
  const isExact = range !== undefined && beginningOf(end).length === end.length
  const stop = Buffer.concat([number, beginningOf(end)])
  return { start: Buffer.concat([number, start]), end: isExact ? stop : after(stop) }
}
