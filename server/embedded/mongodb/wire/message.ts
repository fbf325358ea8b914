import { readDocument } from '../bson/decode.ts'
import { encode, type Encodable } from '../bson/encode.ts'
import { type Reader, take, zeroEnded } from '../bson/reader.ts'
import type { Document, Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import { headerBytes } from './frames.ts'

const opReply = 1
const opQuery = 2004
const opMessage = 2013

const checksumPresent = 1
const moreToCome = 2
/** Flag bits that must be understood; the upper half may be passed over. */
const requiredFlags = 0xffff

export interface Message {
  requestId: number
  operation: number
  command: Document
  /** False where the client wants no answer. */
  wantsReply: boolean
}

/** The command in a message. Refuses with ProtocolError what is no message, which ends the connection. */
export function parseMessage(bytes: Buffer): Message {
  const requestId = bytes.readInt32LE(4)
  const operation = bytes.readInt32LE(12)
  if (operation === opMessage) return { requestId, operation, ...parseSections(bytes) }
  if (operation === opQuery) return { requestId, operation, wantsReply: true, command: parseQuery(bytes) }
  return refuse('ProtocolError', `Operation ${operation} is not supported`)
}

function parseSections(bytes: Buffer): { command: Document; wantsReply: boolean } {
  const reader: Reader = { bytes, at: headerBytes, end: bytes.length }
  const flags = bytes.readUInt32LE(take(reader, 4))
  if (flags & requiredFlags & ~(checksumPresent | moreToCome))
    refuse('ProtocolError', `The flags ${flags} are not supported`)
  if (flags & checksumPresent) reader.end -= 4
  let command: Document | undefined
  const sequences: [string, Value[]][] = []
  while (reader.at < reader.end) {
    const kind = bytes[take(reader, 1)]
    if (kind === 1) sequences.push(parseSequence(reader))
    else if (kind !== 0 || command) refuse('ProtocolError', `A section of kind ${kind} is not allowed here`)
    else command = readDocument(reader, 1)
  }
  if (!command) refuse('ProtocolError', 'A message without a command')
  return { command: joined(command, sequences), wantsReply: (flags & moreToCome) === 0 }
}

function parseSequence(reader: Reader): [string, Value[]] {
  const start = reader.at
  const end = start + reader.bytes.readInt32LE(take(reader, 4))
  const outer = reader.end
  if (end > outer || end < reader.at) refuse('ProtocolError', 'A section runs over the end of its message')
  reader.end = end
  const name = zeroEnded(reader)
  const documents: Value[] = []
  while (reader.at < end) documents.push(readDocument(reader, 1))
  reader.end = outer
  return [name, documents]
}

function joined(command: Document, sequences: readonly [string, Value[]][]): Document {
  for (const [name, documents] of sequences) {
    if (command.has(name)) refuse('ProtocolError', `The field ${name} comes twice`)
    command.set(name, documents)
  }
  return command
}

/** The old form, which drivers use for their first greeting only. */
function parseQuery(bytes: Buffer): Document {
  const reader: Reader = { bytes, at: headerBytes + 4, end: bytes.length }
  const namespace = zeroEnded(reader)
  take(reader, 8)
  const command = readDocument(reader, 1)
  const name = command.keys().next().value ?? ''
  if (!namespace.endsWith('.$cmd') || !['hello', 'isMaster', 'ismaster'].includes(name))
    refuse('ProtocolError', `OP_QUERY is only supported for a greeting, not for '${name}'`)
  return command.set('$db', namespace.slice(0, -'.$cmd'.length))
}

/** The reply to a message, in the form that it came in. */
export function replyTo(
  { requestId, operation }: Omit<Message, 'command'>,
  reply: ReadonlyMap<string, Encodable>,
): Buffer {
  const body = encode(reply)
  const preamble = operation === opQuery ? oldPreamble() : Buffer.alloc(5)
  const header = Buffer.allocUnsafe(headerBytes)
  header.writeInt32LE(headerBytes + preamble.length + body.length, 0)
  header.writeInt32LE(0, 4)
  header.writeInt32LE(requestId, 8)
  header.writeInt32LE(operation === opQuery ? opReply : opMessage, 12)
  return Buffer.concat([header, preamble, body])
}

/** No flags, no cursor, from document 0, one document. */
function oldPreamble(): Buffer {
  const preamble = Buffer.alloc(20)
  preamble.writeInt32LE(1, 16)
  return preamble
}
