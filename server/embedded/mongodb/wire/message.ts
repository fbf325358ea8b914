import { readDocument } from '../bson/decode.ts'
import { encodeBehind, type Encodable } from '../bson/encode.ts'
import { type Reader, take, zeroEnded } from '../bson/reader.ts'
import type { Document, Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import { crc32c } from './crc32c.ts'
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
  const head = headOf(bytes)
  if (head.operation === opMessage) return { ...head, command: parseSections(bytes) }
  if (head.operation === opQuery) return { ...head, command: parseQuery(bytes) }
  return refuse('ProtocolError', `Operation ${head.operation} is not supported`)
}

/** What an answer needs to know of a message, be its documents broken or not. */
export function headOf(bytes: Buffer): Omit<Message, 'command'> {
  const operation = bytes.readInt32LE(12)
  const isQuiet =
    operation === opMessage && bytes.length > headerBytes && (bytes.readUInt8(headerBytes) & moreToCome) > 0
  return { requestId: bytes.readInt32LE(4), operation, wantsReply: !isQuiet }
}

function parseSections(bytes: Buffer): Document {
  const reader: Reader = { bytes, at: headerBytes, end: bytes.length }
  const flags = bytes.readUInt32LE(take(reader, 4))
  if (flags & requiredFlags & ~(checksumPresent | moreToCome))
    refuse('ProtocolError', `The flags ${flags} are not supported`)
  if (flags & checksumPresent) refuseWrongSum(reader)
  let command: Document | undefined
  const sequences: [string, Value[]][] = []
  while (reader.at < reader.end) {
    const kind = bytes[take(reader, 1)]
    if (kind === 1) sequences.push(parseSequence(reader))
    else if (kind === 2) refuse('Unauthorized', 'Unsupported Security Token provided')
    else if (kind !== 0) refuse(40432, `Unknown section kind ${kind}`)
    else if (command) refuse(40430, 'Multiple body sections in message')
    else command = readDocument(reader, 1)
  }
  if (!command) refuse(40587, 'OP_MSG messages must have a body')
  return joined(command, sequences)
}

/** The last four bytes hold the checksum of those before them. */
function refuseWrongSum(reader: Reader): void {
  reader.end -= 4
  if (
    reader.end < reader.at ||
    reader.bytes.readUInt32LE(reader.end) !== crc32c(reader.bytes.subarray(0, reader.end))
  )
    refuse('ProtocolError', 'OP_MSG checksum does not match contents')
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
  const names = new Set(command.keys())
  for (const [name, documents] of sequences) {
    if (names.has(name)) refuse(40433, `Duplicate field between body and document sequence ${name}`)
    if (command.has(name)) refuse(40431, `Duplicate document sequence: ${name}`)
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
  const isOld = operation === opQuery
  const bytes = encodeBehind(headerBytes + (isOld ? oldPreambleBytes : preambleBytes), reply)
  bytes.writeInt32LE(bytes.length, 0)
  bytes.writeInt32LE(requestId, 8)
  bytes.writeInt32LE(isOld ? opReply : opMessage, 12)
  if (isOld) bytes.writeInt32LE(oneDocument, headerBytes + oldPreambleBytes - 4)
  return bytes
}

/** No flags, and a section of kind 0. */
const preambleBytes = 5

/** No flags, no cursor, from document 0, and how many there are. */
const oldPreambleBytes = 20
const oneDocument = 1
