import { BSONRegExp } from 'bson'
import type { TextOrder } from '../bson/compare.ts'
import { inverted, keyPart } from '../bson/key.ts'
import { typeByte } from '../bson/key-values.ts'
import { isNumeric } from '../bson/numbers.ts'
import { rankOf, typeOf } from '../bson/types.ts'
import { isDocument, type Found, type Value } from '../bson/value.ts'
import type { FieldCondition } from '../query/condition.ts'
import { after } from '../storage/keys.ts'
import { literalPrefix } from './literal-prefix.ts'

/** The ascending key bytes, from `start` up to but not with `end`, among which all that match are found. */
export interface Interval {
  start: Buffer
  end: Buffer
}

/** What a condition leaves of one field's keys: single values, or ranges in their order. */
export type Bounds =
  { kind: 'points'; parts: readonly Buffer[] } | { kind: 'ranges'; ranges: readonly Interval[] }

/** An operator with its operand, as a condition on a field or on an array's element states it. */
export type Asked = Pick<FieldCondition, 'operator' | 'operand'>

/** Bytes of a number's key that are the nearest double; what follows may stand in no order. */
const doubleEnd = 9

/**
 * The narrowest bounds that the conditions on a field allow. Where a document may have several keys, two
 * conditions may be met by two of them, so only one counts.
 */
export function boundsOf(
  conditions: readonly Asked[],
  multikey: boolean,
  texts: TextOrder | undefined,
): Bounds | undefined {
  const bounds = conditions.flatMap((condition) => boundsOfOne(condition, texts) ?? [])
  const points = bounds.filter((one) => one.kind === 'points').sort((a, b) => a.parts.length - b.parts.length)
  if (points[0]) return points[0]
  return multikey ? bounds[0] : bounds.reduce<Bounds | undefined>(intersect, undefined)
}

function intersect(known: Bounds | undefined, other: Bounds): Bounds {
  if (known?.kind !== 'ranges' || other.kind !== 'ranges') return other
  const ranges = known.ranges.flatMap((a) => other.ranges.map((b) => overlap(a, b)))
  return { kind: 'ranges', ranges: ranges.filter(({ start, end }) => Buffer.compare(start, end) < 0) }
}

function overlap(a: Interval, b: Interval): Interval {
  return {
    start: Buffer.compare(a.start, b.start) > 0 ? a.start : b.start,
    end: Buffer.compare(a.end, b.end) < 0 ? a.end : b.end,
  }
}

function boundsOfOne({ operator, operand }: Asked, texts: TextOrder | undefined): Bounds | undefined {
  switch (operator) {
    case '$eq':
      return equal([operand], texts)
    case '$in':
      return equal(operand as Value[], texts)
    case '$gt':
    case '$gte':
      return isOrdered(operand)
        ? ranges([{ start: begin(operand, texts), end: endOfType(operand) }])
        : undefined
    case '$lt':
    case '$lte':
      return isOrdered(operand)
        ? ranges([{ start: Buffer.of(typeByte(operand)), end: after(begin(operand, texts)) }])
        : undefined
    case '$regex':
      return equal([operand], texts)
    case '$elemMatch':
      return boundsOfElement(operand, texts)
    default:
      return undefined
  }
}

/** One element meets all that is asked of it, so that everything narrows. */
function boundsOfElement(operand: Value, texts: TextOrder | undefined): Bounds | undefined {
  if (!isDocument(operand) || ![...operand.keys()].every((name) => elementOperators.has(name)))
    return undefined
  return boundsOf(
    [...operand].map(([name, inner]): Asked => ({ operator: name, operand: inner })),
    false,
    texts,
  )
}

const elementOperators = new Set(['$eq', '$in', '$gt', '$gte', '$lt', '$lte'])

function ranges(intervals: readonly Interval[]): Bounds {
  return { kind: 'ranges', ranges: intervals }
}

/** What equals one of the values: points where each is one, else all that they need. */
function equal(values: readonly Value[], texts: TextOrder | undefined): Bounds | undefined {
  if (values.every(isPoint))
    return { kind: 'points', parts: values.map((value) => keyPart(value, texts).bytes) }
  const intervals = values.map((value) => rangesOfEqual(value, texts))
  if (intervals.includes(undefined)) return undefined
  return ranges(joined(intervals.flatMap((some) => some ?? [])))
}

function rangesOfEqual(value: Value, texts: TextOrder | undefined): Interval[] | undefined {
  if (value === null) return [nullRange]
  if (value instanceof BSONRegExp) return rangesOfRegex(value, texts)
  return (Array.isArray(value) ? [value[0], value] : [value]).map((one) => whole(keyPart(one, texts).bytes))
}

/** Null is asked for by documents that have null, nothing, or an empty array. */
const nullRange: Interval = { start: Buffer.of(typeByte(undefined)), end: after(Buffer.of(typeByte(null))) }

/** Texts with the beginning that the expression fixes, and the expression itself as a value. */
function rangesOfRegex(regex: BSONRegExp, texts: TextOrder | undefined): Interval[] | undefined {
  const prefix = literalPrefix(regex)
  if (!prefix || texts) return undefined
  const text = Buffer.concat([Buffer.of(typeByte('')), Buffer.from(prefix, 'utf8')])
  return [whole(text), whole(keyPart(regex).bytes)]
}

function whole(bytes: Buffer): Interval {
  return { start: bytes, end: after(bytes) }
}

/** In their order, those that touch made one. */
function joined(intervals: readonly Interval[]): Interval[] {
  const result: Interval[] = []
  for (const { start, end } of intervals.toSorted((a, b) => Buffer.compare(a.start, b.start))) {
    const last = result.at(-1)
    if (!last || Buffer.compare(last.end, start) < 0) result.push({ start, end })
    else if (Buffer.compare(last.end, end) < 0) last.end = end
  }
  return result
}

/** A value whose key is found by equality: an array may also match as an element or a whole. */
function isPoint(value: Found): boolean {
  return value !== undefined && value !== null && !Array.isArray(value) && !(value instanceof BSONRegExp)
}

function isOrdered(value: Value): boolean {
  return isPoint(value) && !['minKey', 'maxKey'].includes(typeOf(value))
}

function begin(value: Value, texts: TextOrder | undefined): Buffer {
  const { bytes } = keyPart(value, texts)
  return isNumeric(value) ? bytes.subarray(0, doubleEnd) : widened(bytes, value)
}

/** Within documents numbers may hide, so that only the type narrows. */
function widened(bytes: Buffer, value: Value): Buffer {
  return rankOf(value) === rankOf(new Map()) ? bytes.subarray(0, 1) : bytes
}

function endOfType(value: Value): Buffer {
  return after(Buffer.of(typeByte(value)))
}

/** The same intervals for a descending field, in their order. */
export function descending(intervals: readonly Interval[]): Interval[] {
  return intervals
    .map(({ start, end }) => ({ start: after(inverted(end)), end: after(inverted(start)) }))
    .reverse()
}
