import { maxMessageBytes } from '../bson/limits.ts'
import { refuse } from '../errors.ts'

export const headerBytes = 16

/** Cuts a stream of bytes into messages. What `push` gives is whole; what it refuses ends the connection. */
export interface Frames {
  push(chunk: Buffer): Buffer[]
  /** The length of the message that has begun and is not whole yet; 0 where there is none or it is not known. */
  expected(): number
  /** Whether some of a message is there and some is not. */
  isHalfway(): boolean
}

/** What came of a message whose length says more is to come. Memory is taken as bytes come, not as they are claimed. */
interface Rest {
  bytes: Buffer
  size: number
}

export function createFrames(): Frames {
  let rest: Rest = { bytes: Buffer.alloc(0), size: 0 }

  return {
    push: (chunk) => {
      const all = rest.size === 0 ? chunk : appended(rest, chunk)
      const messages: Buffer[] = []
      let at = 0
      for (let length = lengthAt(all, at); length > 0; length = lengthAt(all, at)) {
        if (all.length - at < length) break
        messages.push(all.subarray(at, at + length))
        at += length
      }
      rest = kept(rest, all, at)
      return messages
    },
    expected: () => lengthAt(rest.bytes.subarray(0, rest.size), 0),
    isHalfway: () => rest.size > 0,
  }
}

/** The length of the message at `at`; 0 where not even that is there. */
function lengthAt(bytes: Buffer, at: number): number {
  if (bytes.length - at < 4) return 0
  const length = bytes.readInt32LE(at)
  if (length < headerBytes || length > maxMessageBytes)
    refuse('ProtocolError', `A message of ${length} bytes is not allowed`)
  return length
}

/** Doubles the room where it is too small, so that a byte is copied a few times at most. */
function appended(rest: Rest, chunk: Buffer): Buffer {
  const size = rest.size + chunk.length
  if (size > rest.bytes.length) {
    const larger = Buffer.allocUnsafe(Math.max(size, rest.bytes.length * 2))
    rest.bytes.copy(larger, 0, 0, rest.size)
    rest.bytes = larger
  }
  chunk.copy(rest.bytes, rest.size)
  rest.size = size
  return rest.bytes.subarray(0, size)
}

/** What is behind `at`. A chunk that came just now is copied: it may be a small part of much memory. */
function kept(rest: Rest, all: Buffer, at: number): Rest {
  if (at === all.length) return { bytes: Buffer.alloc(0), size: 0 }
  if (at === 0 && rest.size > 0) return rest
  return { bytes: Buffer.from(all.subarray(at)), size: all.length - at }
}
