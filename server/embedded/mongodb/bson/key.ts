import { createHash } from 'node:crypto'
import type { TextOrder } from './compare.ts'
import type { Found } from './value.ts'
import { writeKeyValue } from './key-values.ts'
import { type KeyWriter, writerOf } from './key-writer.ts'

/** Bytes of a key that are kept as they are; LMDB takes no more than 1,978 in all. */
const longest = 1500

export interface IndexKey {
  bytes: Buffer
  /** For each field whether its bytes sort like the values: not where the key is shortened, for a decimal that no
   * double equals, nor for text under a collation. */
  sorts: readonly boolean[]
}

/**
 * Bytes that sort as the values do, field by field, descending where `directions` says -1, and that are equal
 * where the values are: a long key keeps its beginning and a hash of the whole. Values that differ have other
 * bytes, unless a collation places their text: then a few may share them. `undefined` is what an empty array
 * leaves; it stands before null.
 */
export function keyOf(values: readonly Found[], directions: readonly number[], texts?: TextOrder): IndexKey {
  const writer = writerOf(128, texts)
  const sorts = values.map((value, index) => writeDirected(writer, value, directions[index] as number))
  return { bytes: shortened(writer.bytes.subarray(0, writer.at)), sorts }
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
export function keyPart(value: Found, texts?: TextOrder): { bytes: Buffer; sorts: boolean } {
  const writer = writerOf(64, texts)
  writeKeyValue(writer, value)
  return { bytes: writer.bytes.subarray(0, writer.at), sorts: writer.sorts }
}

/** Gives whether the field's bytes are in order and within what is kept of a long key. */
function writeDirected(writer: KeyWriter, value: Found, direction: number): boolean {
  const start = writer.at
  writer.sorts = true
  writeKeyValue(writer, value)
  if (direction < 0) invert(writer.bytes, start, writer.at)
  return writer.sorts && writer.at <= longest
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
