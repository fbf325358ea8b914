import type { Binary, BSONRegExp, Code, ObjectId, Timestamp } from 'bson'
import type { Pointer, ScopedCode } from './deprecated.ts'
import { compareNumbers, type NumericValue } from './numbers.ts'
import { compareStrings } from './strings.ts'
import { rankOf } from './types.ts'
import type { Document, Found, Value } from './value.ts'

/** Compares text, by code point or by the rules of a language. */
export type TextOrder = (a: string, b: string) => number

/** MongoDB's total order over BSON values: by type first, numbers of all types as numbers; missing counts as null. */
export function compare(a: Found, b: Found, texts: TextOrder = compareStrings): number {
  const left = a ?? null
  const right = b ?? null
  const rank = rankOf(left)
  const difference = rank - rankOf(right)
  if (difference !== 0) return difference
  const comparer = comparers[rank]
  return comparer ? comparer(left as never, right as never, texts) : 0
}

export function equals(a: Found, b: Found, texts?: TextOrder): boolean {
  return compare(a, b, texts) === 0
}

const comparers: Record<number, (a: never, b: never, texts: TextOrder) => number> = {
  10: (a: NumericValue, b: NumericValue) => compareNumbers(a, b),
  15: (a: Value, b: Value, texts) => texts(textOf(a), textOf(b)),
  20: compareDocuments,
  25: compareArrays,
  30: compareBinaries,
  35: (a: ObjectId, b: ObjectId) => compareBytes(a.id, b.id),
  40: (a: boolean, b: boolean) => Number(a) - Number(b),
  45: (a: Date, b: Date) => a.getTime() - b.getTime(),
  47: compareTimestamps,
  50: (a: BSONRegExp, b: BSONRegExp) =>
    compareStrings(a.pattern, b.pattern) || compareStrings(a.options, b.options),
  55: comparePointers,
  60: (a: Code, b: Code) => compareStrings(a.code, b.code),
  65: (a: ScopedCode, b: ScopedCode, texts) =>
    compareStrings(a.code, b.code) || compareDocuments(a.scope, b.scope, texts),
}

/** The text of a string or symbol. */
export function textOf(value: Value): string {
  return typeof value === 'string' ? value : (value as { value: string }).value
}

/** Field by field in their order: the type decides, then the name, then the value. */
function compareDocuments(a: Document, b: Document, texts: TextOrder): number {
  const rest = b.entries()
  for (const [name, value] of a) {
    const next = rest.next()
    if (next.done) return 1
    const [otherName, other] = next.value
    const difference =
      rankOf(value) - rankOf(other) || compareStrings(name, otherName) || compare(value, other, texts)
    if (difference !== 0) return difference
  }
  return rest.next().done ? 0 : -1
}

function compareArrays(a: Value[], b: Value[], texts: TextOrder): number {
  const length = Math.min(a.length, b.length)
  for (let at = 0; at < length; at++) {
    const difference = compare(a[at], b[at], texts)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

function compareBinaries(a: Binary, b: Binary): number {
  return (
    a.position - b.position ||
    a.sub_type - b.sub_type ||
    compareBytes(a.buffer.subarray(0, a.position), b.buffer.subarray(0, b.position))
  )
}

/** By the lengths of their values, then by these. */
function comparePointers(a: Pointer, b: Pointer): number {
  return (
    Buffer.byteLength(a.namespace) - Buffer.byteLength(b.namespace) ||
    compareStrings(a.namespace, b.namespace) ||
    compareBytes(a.id.id, b.id.id)
  )
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  return Buffer.compare(a, b)
}

function compareTimestamps(a: Timestamp, b: Timestamp): number {
  const left = BigInt.asUintN(64, a.toBigInt())
  const right = BigInt.asUintN(64, b.toBigInt())
  if (left === right) return 0
  return left < right ? -1 : 1
}
