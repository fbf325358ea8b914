import {
  Binary,
  BSONRegExp,
  BSONSymbol,
  Code,
  Decimal128,
  Double,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'bson'
import { Pointer, Undefined } from './deprecated.ts'
import { refuse } from '../errors.ts'
import { type Reader, take, text, zeroEnded } from './reader.ts'
import { types } from './types.ts'
import type { Scalar } from './value.ts'

const latestDate = 8_640_000_000_000_000n
const minKeyByte = 255

const readers: Record<number, (reader: Reader) => Scalar> = {
  [types.double]: (reader) => new Double(reader.bytes.readDoubleLE(take(reader, 8))),
  [types.string]: readString,
  [types.binData]: readBinary,
  [types.objectId]: (reader) => new ObjectId(bytesOf(reader, 12)),
  [types.bool]: readBoolean,
  [types.date]: readDate,
  [types.null]: () => null,
  [types.undefined]: () => new Undefined(),
  [types.dbPointer]: (reader) => new Pointer(readString(reader), new ObjectId(bytesOf(reader, 12))),
  [types.regex]: readRegex,
  [types.javascript]: (reader) => new Code(readString(reader)),
  [types.symbol]: (reader) => new BSONSymbol(readString(reader)),
  [types.int]: (reader) => reader.bytes.readInt32LE(take(reader, 4)),
  [types.timestamp]: (reader) => new Timestamp(reader.bytes.readBigUInt64LE(take(reader, 8))),
  [types.long]: (reader) => reader.bytes.readBigInt64LE(take(reader, 8)),
  [types.decimal]: (reader) => new Decimal128(bytesOf(reader, 16)),
  [minKeyByte]: () => new MinKey(),
  [types.maxKey]: () => new MaxKey(),
}

const sizes: Record<number, number> = {
  [types.double]: 8,
  [types.objectId]: 12,
  [types.bool]: 1,
  [types.date]: 8,
  [types.null]: 0,
  [types.undefined]: 0,
  [types.int]: 4,
  [types.timestamp]: 8,
  [types.long]: 8,
  [types.decimal]: 16,
  [minKeyByte]: 0,
  [types.maxKey]: 0,
}

/** The value of BSON type `type` at the reader, for all types but documents and arrays. */
export function readScalar(reader: Reader, type: number): Scalar {
  const read = readers[type]
  if (!read) refuse('InvalidBSON', `BSON type ${type} is not supported`)
  return read(reader)
}

/** Moves behind the value without reading it. */
export function skipScalar(reader: Reader, type: number): void {
  const size = sizes[type]
  if (size !== undefined) reader.at += size
  else if (type === types.string || type === types.symbol || type === types.javascript)
    reader.at += 4 + reader.bytes.readInt32LE(reader.at)
  else if (type === types.binData) reader.at += 5 + reader.bytes.readInt32LE(reader.at)
  else readScalar(reader, type)
}

function bytesOf(reader: Reader, count: number): Uint8Array {
  const start = take(reader, count)
  return Uint8Array.prototype.slice.call(reader.bytes, start, start + count)
}

export function readString(reader: Reader): string {
  const length = reader.bytes.readInt32LE(take(reader, 4))
  const start = take(reader, length)
  if (length < 1 || reader.bytes[reader.at - 1] !== 0) refuse('InvalidBSON', 'A string has no end')
  return text(reader, start, length - 1)
}

function readBinary(reader: Reader): Binary {
  const length = reader.bytes.readInt32LE(take(reader, 4))
  const subtype = reader.bytes[take(reader, 1)] as number
  return new Binary(bytesOf(reader, length), subtype)
}

function readRegex(reader: Reader): BSONRegExp {
  const [pattern, options] = [zeroEnded(reader), zeroEnded(reader)]
  if (/[^imxlsu]/.test(options)) refuse(51108, `invalid flag in regex options: ${options}`)
  return new BSONRegExp(pattern, options)
}

function readBoolean(reader: Reader): boolean {
  const byte = reader.bytes[take(reader, 1)] as number
  if (byte > 1) refuse('InvalidBSON', 'A boolean is neither true nor false')
  return byte === 1
}

function readDate(reader: Reader): Date {
  const time = reader.bytes.readBigInt64LE(take(reader, 8))
  if (time > latestDate || time < -latestDate)
    refuse('InvalidBSON', 'A date lies outside the years that are supported')
  return new Date(Number(time))
}
