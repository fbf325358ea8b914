import {
  type Binary,
  type BSONRegExp,
  type Code,
  Decimal128,
  Double,
  type ObjectId,
  type Timestamp,
} from 'bson'
import { textOf } from './compare.ts'
import type { Pointer, ScopedCode } from './deprecated.ts'
import { canonicalText, compareDecimals, type Exact, exactly } from './decimals.ts'
import { type NumericValue, toDouble } from './numbers.ts'
import {
  type KeyWriter,
  putByte,
  putBytes,
  putDouble,
  putPlace,
  putText,
  putUnsigned,
  room,
} from './key-writer.ts'
import { rankOf } from './types.ts'
import type { Document, Found, Value } from './value.ts'

/** A type's first byte in a key; 0 ends a document or array, and what an empty array leaves precedes null. */
export function typeByte(value: Found): number {
  return value === undefined ? 3 : rankOf(value) + 3
}

export function writeKeyValue(writer: KeyWriter, value: Found): void {
  putByte(writer, typeByte(value))
  if (value !== undefined) writeBody(writer, value)
}

function writeBody(writer: KeyWriter, value: Value): void {
  bodies[rankOf(value)]?.(writer, value as never)
}

const bodies: Record<number, (writer: KeyWriter, value: never) => void> = {
  10: writeNumber,
  15: writeText,
  20: writeDocument,
  25: writeArray,
  30: writeBinary,
  35: (writer, value: ObjectId) => putBytes(writer, value.id),
  40: (writer, value: boolean) => putByte(writer, value ? 1 : 0),
  45: (writer, value: Date) => putUnsigned(writer, BigInt(value.getTime()) + 2n ** 63n),
  47: (writer, value: Timestamp) => putUnsigned(writer, BigInt.asUintN(64, value.toBigInt())),
  50: (writer, value: BSONRegExp) => {
    putText(writer, value.pattern)
    putText(writer, value.options)
  },
  55: (writer, value: Pointer) => {
    putUnsigned(writer, BigInt(Buffer.byteLength(value.namespace)))
    putText(writer, value.namespace)
    putBytes(writer, value.id.id)
  },
  60: (writer, value: Code) => putText(writer, value.code),
  65: (writer, value: ScopedCode) => {
    putText(writer, value.code)
    writeDocument(writer, value.scope)
  },
}

function writeText(writer: KeyWriter, value: Value): void {
  const text = textOf(value)
  if (writer.placeOf) putPlace(writer, writer.placeOf(text))
  else putText(writer, text)
}

function writeDocument(writer: KeyWriter, document: Document): void {
  for (const [name, value] of document) {
    putByte(writer, typeByte(value))
    putText(writer, name)
    writeBody(writer, value)
  }
  putByte(writer, 0)
}

function writeArray(writer: KeyWriter, array: Value[]): void {
  for (const value of array) writeKeyValue(writer, value)
  putByte(writer, 0)
}

function writeBinary(writer: KeyWriter, value: Binary): void {
  const start = room(writer, 5)
  writer.bytes.writeUInt32BE(value.position, start)
  writer.bytes[start + 4] = value.sub_type
  putBytes(writer, value.buffer.subarray(0, value.position))
}

const even = 0x8000
const beyondDoubles = 0xffff

/** The nearest double in sortable bits, then how far the exact value is from it. */
function writeNumber(writer: KeyWriter, value: NumericValue): void {
  const nearest = toDouble(value)
  const distance = distanceOf(value, nearest)
  putDouble(writer, nearest)
  const start = room(writer, 2)
  writer.bytes.writeUInt16BE(distance, start)
  if (distance !== beyondDoubles) return
  writer.sorts = false
  putText(writer, canonicalText(exactly(value)))
}

function distanceOf(value: NumericValue, nearest: number): number {
  if (typeof value === 'bigint') return even + Number(value - BigInt(nearest))
  return value instanceof Decimal128 ? decimalDistance(exactly(value), nearest) : even
}

/** `even` where the decimal is the double; near it where it is a whole number a few away, as an int64 may be. */
function decimalDistance(exact: Exact, nearest: number): number {
  if (exact.special !== undefined) return even
  if (!Number.isFinite(nearest)) return beyondDoubles
  if (compareDecimals(exact, exactly(new Double(nearest))) === 0) return even
  const whole = wholeOf(exact)
  if (whole === undefined || !Number.isInteger(nearest)) return beyondDoubles
  const distance = whole - BigInt(nearest)
  return distance > -even && distance < even - 1 ? even + Number(distance) : beyondDoubles
}

function wholeOf({ coefficient, exponent }: Exact): bigint | undefined {
  if (exponent >= 0) return coefficient * 10n ** BigInt(exponent)
  const scale = 10n ** BigInt(-exponent)
  return coefficient % scale === 0n ? coefficient / scale : undefined
}
