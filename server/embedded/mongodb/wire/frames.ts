import { maxMessageBytes } from '../bson/limits.ts'
import { refuse } from '../errors.ts'

export const headerBytes = 16

/** Cuts a stream of bytes into messages. What `push` gives is whole; what it refuses ends the connection. */
export interface Frames {
  push(chunk: Buffer): Buffer[]
}

export function createFrames(): Frames {
  let chunks: Buffer[] = []
  let size = 0

  function takeWhole(): Buffer | undefined {
    if (size < 4) return undefined
    if ((chunks[0] as Buffer).length < 4) chunks = [Buffer.concat(chunks)]
    const length = (chunks[0] as Buffer).readInt32LE(0)
    if (length < headerBytes || length > maxMessageBytes)
      refuse('ProtocolError', `A message of ${length} bytes is not allowed`)
    return size < length ? undefined : take(length)
  }

  function take(length: number): Buffer {
    const all = chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)
    size -= length
    chunks = size === 0 ? [] : [all.subarray(length)]
    return all.subarray(0, length)
  }

  return {
    push: (chunk) => {
      chunks.push(chunk)
      size += chunk.length
      const messages: Buffer[] = []
      for (let message = takeWhole(); message; message = takeWhole()) messages.push(message)
      return messages
    },
  }
}
