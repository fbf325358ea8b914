import { isUtf8 } from 'node:buffer'
import { refuse } from '../errors.ts'

/** A place in a buffer; nothing at or behind `end` may be read. */
export interface Reader {
  bytes: Buffer
  at: number
  end: number
}

/** Moves on by `count` bytes and gives where they start; refuses where so many are not left. */
export function take(reader: Reader, count: number): number {
  const start = reader.at
  if (count < 0 || start + count > reader.end)
    refuse('InvalidBSON', 'A value runs over the end of its document')
  reader.at = start + count
  return start
}

/** UTF-8 text of `length` bytes at `start`. */
export function text(reader: Reader, start: number, length: number): string {
  const result = reader.bytes.toString('utf8', start, start + length)
  if (result.includes('\uFFFD') && !isUtf8(reader.bytes.subarray(start, start + length)))
    refuse('InvalidBSON', 'A string is not UTF-8')
  return result
}

/** Text up to the next zero byte. */
export function zeroEnded(reader: Reader): string {
  const start = reader.at
  const zero = reader.bytes.indexOf(0, start)
  if (zero < 0 || zero >= reader.end) refuse('InvalidBSON', 'A name has no end')
  reader.at = zero + 1
  return text(reader, start, zero - start)
}

const knownNames: string[] = new Array<string>(2048).fill('')

/** A field's name; the same few come in every document, so short plain ones are remembered. */
export function fieldName(reader: Reader): string {
  const { bytes, at, end } = reader
  let hash = 0
  let stop = at
  for (; stop < end && bytes[stop] !== 0; stop++) hash = (hash * 31 + (bytes[stop] as number)) & 0x7ff
  const known = knownNames[hash] as string
  if (stop < end && isSame(known, bytes, at, stop - at)) {
    reader.at = stop + 1
    return known
  }
  const name = zeroEnded(reader)
  if (name.length < 64) knownNames[hash] = name
  return name
}

function isSame(known: string, bytes: Buffer, start: number, length: number): boolean {
  if (known.length !== length) return false
  for (let at = 0; at < length; at++) {
    const unit = known.charCodeAt(at)
    if (unit !== bytes[start + at] || unit > 0x7f) return false
  }
  return true
}
