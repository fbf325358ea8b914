import { serialize, type Document } from 'bson'
import { openLanes, type Lanes } from './lanes.ts'

/** Header of 16 bytes, flags of 4, and the kind of the only section. */
export const messagePreamble = 21
const opMessage = 2013

/** A command as MongoDB's messages carry it, with no driver before it. */
export function messageOf(command: Document): Buffer {
  const body = serialize({ ...command, $db: 'bench' })
  const message = Buffer.alloc(messagePreamble + body.length)
  message.writeInt32LE(message.length, 0)
  message.writeInt32LE(opMessage, 12)
  message.set(body, messagePreamble)
  return message
}

/** Connections to the server behind one of its addresses. */
export const lanesTo = (uri: string, width: number): Promise<Lanes> =>
  openLanes(decodeURIComponent(new URL(uri).host), width)
