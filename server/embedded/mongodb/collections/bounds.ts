import { BSONRegExp } from 'bson'
import { keyPart } from '../bson/key.ts'
import { typeByte } from '../bson/key-values.ts'
import { isNumeric } from '../bson/numbers.ts'
import { rankOf, typeOf } from '../bson/types.ts'
import type { Found, Value } from '../bson/value.ts'
import type { FieldCondition } from '../query/condition.ts'
import { after } from '../storage/keys.ts'

/** The ascending key bytes, from `start` up to but not with `end`, among which all that match are found. */
export interface Interval {
  start: Buffer
  end: Buffer
}

/** What a condition leaves of one field's keys: single values, or a range. */
export type Bounds =
  { kind: 'points'; parts: readonly Buffer[]; values: readonly Value[] } | ({ kind: 'range' } & Interval)

/** Bytes of a number's key that are the nearest double; what follows may stand in no order. */
const doubleEnd = 9

/**
 * The narrowest bounds that the conditions on a field allow. Where a document may have several keys, two
 * conditions may be met by two of them, so only one counts.
 */
export function boundsOf(conditions: readonly FieldCondition[], multikey: boolean): Bounds | undefined {
  const bounds = conditions.flatMap((condition) => boundsOfOne(condition) ?? [])
  const points = bounds.filter((one) => one.kind === 'points').sort((a, b) => a.parts.length - b.parts.length)
  if (points[0]) return points[0]
  const ranges = bounds.filter((one) => one.kind === 'range')
  return multikey ? ranges[0] : ranges.reduce<Bounds | undefined>(intersect, undefined)
}

function intersect(known: Bounds | undefined, range: { kind: 'range' } & Interval): Bounds {
  if (known?.kind !== 'range') return range
  return {
    kind: 'range',
    start: Buffer.compare(known.start, range.start) > 0 ? known.start : range.start,
    end: Buffer.compare(known.end, range.end) < 0 ? known.end : range.end,
  }
}

function boundsOfOne({ operator, operand }: FieldCondition): Bounds | undefined {
  switch (operator) {
    case '$eq':
      return operand === null ? nullRange : points([operand])
    case '$in':
      return points(operand as Value[])
    case '$gt':
    case '$gte':
      return isOrdered(operand)
        ? { kind: 'range', start: begin(operand), end: endOfType(operand) }
        : undefined
    case '$lt':
    case '$lte':
      return isOrdered(operand)
        ? { kind: 'range', start: Buffer.of(typeByte(operand)), end: after(begin(operand)) }
        : undefined
    default:
      return undefined
  }
}

/** Null is asked for by documents that have null, nothing, or an empty array. */
const nullRange: Bounds = {
  kind: 'range',
  start: Buffer.of(typeByte(undefined)),
  end: after(Buffer.of(typeByte(null))),
}

function points(values: readonly Value[]): Bounds | undefined {
  if (values.some((value) => value === null || !isPoint(value))) return undefined
  const parts = values.map((value) => keyPart(value).bytes)
  return { kind: 'points', parts, values }
}

/** A value whose key is found by equality: an array may also match as an element or a whole. */
function isPoint(value: Found): boolean {
  return value !== undefined && !Array.isArray(value) && !(value instanceof BSONRegExp)
}

function isOrdered(value: Value): boolean {
  return isPoint(value) && value !== null && !['minKey', 'maxKey'].includes(typeOf(value))
}

function begin(value: Value): Buffer {
  const { bytes } = keyPart(value)
  return isNumeric(value) ? bytes.subarray(0, doubleEnd) : widened(bytes, value)
}

/** Within documents numbers may hide, so that only the type narrows. */
function widened(bytes: Buffer, value: Value): Buffer {
  return rankOf(value) === rankOf(new Map()) ? bytes.subarray(0, 1) : bytes
}

function endOfType(value: Value): Buffer {
  return after(Buffer.of(typeByte(value)))
}
