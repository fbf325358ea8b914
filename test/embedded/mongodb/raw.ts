import { once } from 'node:events'
import { createConnection, type Socket } from 'node:net'
import { deserialize, serialize } from 'bson'

export function socketPathOf(uri: string): string {
  return decodeURIComponent(/^mongodb:\/\/([^/]+)\//.exec(uri)?.[1] ?? '')
}

export function connectTo(uri: string): Socket {
  return createConnection(socketPathOf(uri)).on('error', () => undefined)
}

/** A message with one document; `length` may lie about its size. */
export function message(body: object | Buffer, { flags = 0, operation = 2013, length = 0 } = {}): Buffer {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(serialize(body))
  const header = Buffer.alloc(21)
  header.writeInt32LE(length || 21 + bytes.length, 0)
  header.writeInt32LE(7, 4)
  header.writeInt32LE(operation, 12)
  header.writeUInt32LE(flags, 16)
  return Buffer.concat([header, bytes])
}

/** A section that names a sequence of documents. */
export function sequence(name: string, ...documents: object[]): Buffer {
  const rest = Buffer.concat([Buffer.from(`${name}\0`), ...documents.map((document) => serialize(document))])
  const head = Buffer.alloc(5)
  head[0] = 1
  head.writeInt32LE(4 + rest.length, 1)
  return Buffer.concat([head, rest])
}

/** A message with further sections. */
export function sections(start: Buffer, ...others: Buffer[]): Buffer {
  const whole = Buffer.concat([start, ...others])
  whole.writeInt32LE(whole.length, 0)
  return whole
}

/** `{ a: { a: ... } }`, so deep. */
export function nested(depth: number): Buffer {
  let bytes = Buffer.from(serialize({}))
  for (let level = 1; level < depth; level++) {
    const outer = Buffer.alloc(8 + bytes.length)
    outer.writeInt32LE(outer.length, 0)
    outer.write('\x03a\0', 4, 'latin1')
    bytes.copy(outer, 7)
    bytes = outer
  }
  return bytes
}

/** The document that comes back for bytes sent in these parts; `undefined` where the server hangs up. */
export async function askAt(uri: string, ...parts: Buffer[]): Promise<Record<string, unknown> | undefined> {
  const socket = connectTo(uri)
  for (const part of parts) {
    socket.write(part)
    await new Promise((resolve) => setImmediate(resolve))
  }
  const answer = once(socket, 'data').then(([bytes]: Buffer[]) => deserialize((bytes as Buffer).subarray(21)))
  const closed = once(socket, 'close').then(() => undefined)
  const result = await Promise.race([answer, closed])
  socket.destroy()
  return result
}
