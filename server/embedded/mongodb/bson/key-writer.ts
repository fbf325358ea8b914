import type { TextOrder } from './compare.ts'
import { type PlaceOf, placesIn } from './signposts.ts'

/** Bytes of a key as they grow; `put...` append to them what sorts as the value does. */
export interface KeyWriter {
  bytes: Buffer
  at: number
  /** Turns false once two keys may stand in the wrong order. */
  sorts: boolean
  /** The place of a text under the key's collation; none where code points decide. */
  placeOf: PlaceOf | undefined
}

export function writerOf(size: number, texts: TextOrder | undefined): KeyWriter {
  return { bytes: Buffer.allocUnsafe(size), at: 0, sorts: true, placeOf: texts && placesIn(texts) }
}

export function putDouble(writer: KeyWriter, value: number): void {
  const start = room(writer, 8)
  if (Number.isNaN(value)) return void writer.bytes.fill(0, start, start + 8)
  writer.bytes.writeDoubleBE(value === 0 ? 0 : value, start)
  const first = writer.bytes[start] as number
  if (first < 0x80) writer.bytes[start] = first | 0x80
  else for (let at = start; at < start + 8; at++) writer.bytes[at] = ~(writer.bytes[at] as number) & 0xff
}

/** Zero bytes are followed by 255 and the end is 0 1, so that no text is the beginning of another. */
export function putText(writer: KeyWriter, text: string): void {
  const start = room(writer, text.length * 3 + 2)
  const length = writer.bytes.write(text, start, 'utf8')
  writer.at = start + length
  if (writer.bytes.subarray(start, writer.at).includes(0)) escapeZeros(writer, start)
  putByte(writer, 0)
  putByte(writer, 1)
}

/** Letters from 1 on in two bytes each, and two zeros: never the beginning of another, and never in its full order. */
export function putPlace(writer: KeyWriter, place: readonly number[]): void {
  const start = room(writer, place.length * 2 + 2)
  place.forEach((letter, at) => writer.bytes.writeUInt16BE(letter + 1, start + at * 2))
  writer.bytes.writeUInt16BE(0, start + place.length * 2)
  writer.sorts = false
}

function escapeZeros(writer: KeyWriter, start: number): void {
  const plain = Buffer.from(writer.bytes.subarray(start, writer.at))
  writer.at = start
  for (const byte of plain) {
    putByte(writer, byte)
    if (byte === 0) putByte(writer, 0xff)
  }
}

export function putUnsigned(writer: KeyWriter, value: bigint): void {
  const start = room(writer, 8)
  writer.bytes.writeBigUInt64BE(value, start)
}

export function putBytes(writer: KeyWriter, bytes: Uint8Array): void {
  const start = room(writer, bytes.length)
  writer.bytes.set(bytes, start)
}

export function putByte(writer: KeyWriter, byte: number): void {
  const start = room(writer, 1)
  writer.bytes[start] = byte
}

/** Makes room for `count` bytes and gives where they start. */
export function room(writer: KeyWriter, count: number): number {
  const start = writer.at
  writer.at += count
  if (writer.at > writer.bytes.length) {
    const larger = Buffer.allocUnsafe(Math.max(writer.at, writer.bytes.length * 2))
    writer.bytes.copy(larger, 0, 0, start)
    writer.bytes = larger
  }
  return start
}
