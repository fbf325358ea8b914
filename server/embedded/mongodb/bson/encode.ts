import type { Binary, BSONRegExp, BSONSymbol, Code, Decimal128, Double, ObjectId, Timestamp } from 'bson'
import type { Pointer, ScopedCode } from './deprecated.ts'
import { refuseTooDeep } from './limits.ts'
import { types, typeOf, type TypeName } from './types.ts'
import type { Value } from './value.ts'

/** A stored document passed on to a client without being decoded. */
export class RawDocument {
  readonly bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }
}

/** What a reply may hold: values, and stored documents as they are. */
export type Encodable = Value | RawDocument | Encodable[] | Map<string, Encodable>

const ordinarySize = 1 << 20
let scratch = Buffer.allocUnsafe(1 << 16)
let at = 0

/** The BSON of a document, in a buffer of its own; `depth` is where it will stand in others. */
export function encode(document: ReadonlyMap<string, Encodable>, depth = 1): Buffer {
  return encodeBehind(0, document, depth)
}

/** The same behind so many zero bytes, which are for what goes before it. */
export function encodeBehind(zeros: number, document: ReadonlyMap<string, Encodable>, depth = 1): Buffer {
  at = zeros
  scratch.fill(0, 0, zeros)
  writeDocument(document, depth)
  const result = Buffer.from(scratch.subarray(0, at))
  if (scratch.length > ordinarySize) scratch = Buffer.allocUnsafe(1 << 16)
  return result
}

function reserve(count: number): number {
  const start = at
  at += count
  if (at > scratch.length) {
    const larger = Buffer.allocUnsafe(Math.max(at, scratch.length * 2))
    scratch.copy(larger, 0, 0, start)
    scratch = larger
  }
  return start
}

function writeDocument(document: ReadonlyMap<string, Encodable>, depth: number): void {
  refuseTooDeep(depth)
  const start = reserve(4)
  for (const [name, value] of document) writeField(name, value, depth)
  finish(start)
}

function writeArray(array: readonly Encodable[], depth: number): void {
  refuseTooDeep(depth)
  const start = reserve(4)
  array.forEach((value, index) => writeField(String(index), value, depth))
  finish(start)
}

function finish(start: number): void {
  writeByte(0)
  scratch.writeInt32LE(at - start, start)
}

function writeByte(byte: number): void {
  const start = reserve(1)
  scratch[start] = byte
}

function writeField(name: string, value: Encodable, depth: number): void {
  const type = value instanceof RawDocument ? 'object' : typeOf(value as Value)
  writeByte(types[type] & 0xff)
  writeZeroEnded(name)
  if (value instanceof RawDocument) writeBytes(value.bytes)
  else if (type === 'object') writeDocument(value as Map<string, Encodable>, depth + 1)
  else if (type === 'array') writeArray(value as Encodable[], depth + 1)
  else if (type === 'javascriptWithScope') writeScopedCode(value as ScopedCode, depth + 1)
  else writers[type](value as never)
}

const writers: Record<
  Exclude<TypeName, 'object' | 'array' | 'javascriptWithScope'>,
  (value: never) => void
> = {
  double: writeDouble,
  string: (value: string) => writeString(value),
  binData: writeBinary,
  objectId: (value: ObjectId) => writeBytes(value.id),
  bool: (value: boolean) => writeByte(value ? 1 : 0),
  date: (value: Date) => writeLong(BigInt(value.getTime())),
  null: () => undefined,
  undefined: () => undefined,
  regex: writeRegex,
  dbPointer: writePointer,
  javascript: (value: Code) => writeString(value.code),
  symbol: (value: BSONSymbol) => writeString(value.value),
  int: writeInt,
  timestamp: (value: Timestamp) => writeLong(BigInt.asIntN(64, value.toBigInt())),
  long: writeLong,
  decimal: (value: Decimal128) => writeBytes(value.bytes),
  minKey: () => undefined,
  maxKey: () => undefined,
}

function writeDouble(value: Double): void {
  const start = reserve(8)
  scratch.writeDoubleLE(value.value, start)
}

function writeLong(value: bigint): void {
  const start = reserve(8)
  scratch.writeBigInt64LE(value, start)
}

function writeInt(value: number): void {
  if (value !== (value | 0)) throw new TypeError(`${value} is no int32`)
  const start = reserve(4)
  scratch.writeInt32LE(value, start)
}

function writeBytes(bytes: Uint8Array): void {
  const start = reserve(bytes.length)
  scratch.set(bytes, start)
}

function writeZeroEnded(text: string): void {
  const start = reserve(text.length * 3 + 1)
  at = start + scratch.write(text, start, 'utf8')
  writeByte(0)
}

function writeString(text: string): void {
  const start = reserve(4)
  writeZeroEnded(text)
  scratch.writeInt32LE(at - start - 4, start)
}

function writeBinary(value: Binary): void {
  const bytes = value.buffer.subarray(0, value.position)
  const start = reserve(5)
  scratch.writeInt32LE(bytes.length, start)
  scratch[start + 4] = value.sub_type
  writeBytes(bytes)
}

function writeRegex(value: BSONRegExp): void {
  writeZeroEnded(value.pattern)
  writeZeroEnded(value.options)
}

function writePointer(value: Pointer): void {
  writeString(value.namespace)
  writeBytes(value.id.id)
}

function writeScopedCode(value: ScopedCode, depth: number): void {
  const start = reserve(4)
  writeString(value.code)
  writeDocument(value.scope, depth)
  scratch.writeInt32LE(at - start, start)
}
