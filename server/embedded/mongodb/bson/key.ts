import { createHash } from 'node:crypto'
import type { Found, Value } from './value.ts'
import { writeKeyValue } from './key-values.ts'
import type { KeyWriter } from './key-writer.ts'

/** Bytes of a key that are kept as they are; LMDB takes no more than 1,978 in all. */
const longest = 1500

export interface IndexKey {
  bytes: Buffer
  /** False where the bytes no longer sort like the values: a shortened key, or a decimal no double equals. */
  sorts: boolean
}

/**
 * Bytes that sort as the values do, field by field, descending where `directions` says -1, and that are equal
 * exactly where the values are: a long key keeps its beginning and a hash of the whole. `undefined` is what an
 * empty array leaves; it stands before null.
 */
export function keyOf(values: readonly Found[], directions: readonly number[]): IndexKey {
  const writer: KeyWriter = { bytes: Buffer.allocUnsafe(128), at: 0, sorts: true }
  values.forEach((value, index) => writeDirected(writer, value, directions[index] as number))
  const bytes = writer.bytes.subarray(0, writer.at)
  return { bytes: shortened(bytes), sorts: writer.sorts && bytes.length <= longest }
}

/** A key as it is stored: of one that is too long the beginning and a hash. */
export function shortened(bytes: Buffer): Buffer {
  if (bytes.length <= longest) return bytes
  return Buffer.concat([bytes.subarray(0, longest), createHash('sha256').update(bytes).digest()])
}

/** How the stored keys begin whose full bytes begin like this. */
export function beginningOf(bytes: Buffer): Buffer {
  return bytes.length <= longest ? bytes : bytes.subarray(0, longest)
}

/** One field's part of a key, ascending and not shortened. */
export function keyPart(value: Value | undefined): IndexKey {
  const writer: KeyWriter = { bytes: Buffer.allocUnsafe(64), at: 0, sorts: true }
  writeKeyValue(writer, value)
  return { bytes: writer.bytes.subarray(0, writer.at), sorts: writer.sorts }
}

function writeDirected(writer: KeyWriter, value: Found, direction: number): void {
  const start = writer.at
  writeKeyValue(writer, value)
  if (direction < 0) invert(writer.bytes, start, writer.at)
}

function invert(bytes: Buffer, start: number, end: number): void {
  for (let at = start; at < end; at++) bytes[at] = ~(bytes[at] as number) & 0xff
}

/** The same part for a descending field. */
export function inverted(part: Buffer): Buffer {
  const result = Buffer.from(part)
  invert(result, 0, result.length)
  return result
}
