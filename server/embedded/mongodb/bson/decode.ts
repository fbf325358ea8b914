import { refuse } from '../errors.ts'
import { ScopedCode } from './deprecated.ts'
import { refuseTooDeep } from './limits.ts'
import { type Reader, fieldName, take } from './reader.ts'
import { readScalar, readString, skipScalar } from './scalars.ts'
import { types } from './types.ts'
import type { Document, Value } from './value.ts'

/** The document that `bytes` is, every length checked. Refuses with InvalidBSON. */
export function decode(bytes: Buffer): Document {
  const reader: Reader = { bytes, at: 0, end: bytes.length }
  const document = readDocument(reader, 1)
  if (reader.at !== bytes.length) refuse('InvalidBSON', 'The document is shorter than its message says')
  return document
}

/** Only the top-level fields with these names: much cheaper than all where documents are large. */
export function decodeFields(bytes: Buffer, names: ReadonlySet<string>): Document {
  const reader: Reader = { bytes, at: 0, end: bytes.length }
  const document: Document = new Map()
  const end = enter(reader)
  while (reader.at < end - 1 && document.size < names.size) {
    const type = take(reader, 1)
    const name = fieldName(reader)
    if (names.has(name)) document.set(name, readValue(reader, bytes[type] as number, 1))
    else skipValue(reader, bytes[type] as number)
  }
  return document
}

/** The document at the reader, which moves behind it. */
export function readDocument(reader: Reader, depth: number): Document {
  refuseTooDeep(depth)
  const outer = reader.end
  const end = enter(reader)
  const document: Document = new Map()
  for (let type = nextType(reader); type !== 0; type = nextType(reader))
    document.set(fieldName(reader), readValue(reader, type, depth))
  leave(reader, end, outer)
  return document
}

function readArray(reader: Reader, depth: number): Value[] {
  refuseTooDeep(depth)
  const outer = reader.end
  const end = enter(reader)
  const array: Value[] = []
  for (let type = nextType(reader); type !== 0; type = nextType(reader)) {
    fieldName(reader)
    array.push(readValue(reader, type, depth))
  }
  leave(reader, end, outer)
  return array
}

function readValue(reader: Reader, type: number, depth: number): Value {
  if (type === 3) return readDocument(reader, depth + 1)
  if (type === 4) return readArray(reader, depth + 1)
  if (type === types.javascriptWithScope) return readScopedCode(reader, depth + 1)
  return readScalar(reader, type)
}

function readScopedCode(reader: Reader, depth: number): ScopedCode {
  const start = reader.at
  const length = reader.bytes.readInt32LE(take(reader, 4))
  const value = new ScopedCode(readString(reader), readDocument(reader, depth))
  if (reader.at - start !== length) refuse('InvalidBSON', 'Code with a scope has a wrong length')
  return value
}

function skipValue(reader: Reader, type: number): void {
  if (type !== 3 && type !== 4 && type !== types.javascriptWithScope) return skipScalar(reader, type)
  reader.at += reader.bytes.readInt32LE(reader.at)
}

/** Steps into a document and confines the reader to it; gives the offset just behind it. */
function enter(reader: Reader): number {
  const start = take(reader, 4)
  const length = reader.bytes.readInt32LE(start)
  const end = start + length
  if (length < 5 || end > reader.end)
    refuse('InvalidBSON', `A document of ${length} bytes does not fit where it stands`)
  reader.end = end
  return end
}

function leave(reader: Reader, end: number, outer: number): void {
  if (reader.at !== end) refuse('InvalidBSON', 'A document ends before its length says')
  reader.end = outer
}

function nextType(reader: Reader): number {
  return reader.bytes[take(reader, 1)] as number
}
