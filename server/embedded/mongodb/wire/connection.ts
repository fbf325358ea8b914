import { once } from 'node:events'
import type { Socket } from 'node:net'
import type { Document } from '../bson/value.ts'
import type { Encodable } from '../bson/encode.ts'
import { maxMessageBytes } from '../bson/limits.ts'
import { CommandError } from '../errors.ts'
import { errorFields } from '../commands/dispatch.ts'
import { holdFor } from '../commands/replies.ts'
import type { Admission } from './admission.ts'
import { createFrames, type Frames } from './frames.ts'
import { headOf, parseMessage, replyTo, type Message } from './message.ts'

export type Answer = (command: Document) => Promise<Map<string, Encodable>>

/** Milliseconds that the rest of a message may keep us waiting. */
const patience = 60_000

/**
 * Answers the messages of one connection in turn, the next only once the client has taken the last reply, so
 * that one who does not read costs no more memory than one reply. Ends where the client or a broken message does.
 */
export async function serve(socket: Socket, admission: Admission, answer: Answer): Promise<void> {
  const frames = createFrames()
  let leave: (() => undefined) | undefined
  socket.on('timeout', () => socket.destroy())
  try {
    for await (const chunk of socket) {
      if (frames.isHalfway()) socket.setTimeout(0)
      for (const bytes of frames.push(chunk as Buffer)) {
        await respond(socket, bytes, answer)
        leave = leave?.()
      }
      if (frames.isHalfway()) {
        leave ??= await entry(admission, frames)
        socket.setTimeout(patience)
      }
    }
  } catch (error) {
    if (!isExpected(error)) process.emitWarning(error as Error)
  } finally {
    leave?.()
    socket.destroy()
  }
}

/** Waits for the room that the message needs; nothing is known of one that has not even told its length. */
async function entry(admission: Admission, frames: Frames): Promise<(() => undefined) | undefined> {
  return frames.expected() > 0 ? admission.admit(frames.expected()) : undefined
}

async function respond(socket: Socket, bytes: Buffer, answer: Answer): Promise<void> {
  const message = parse(bytes)
  const reply = 'reply' in message ? message.reply : await answer(message.command)
  if (!message.wantsReply) return
  const encoded = encodeReply(message, reply)
  if (socket.write(encoded)) return
  const release = holdFor(socket, encoded.length)
  await drained(socket).finally(release)
}

function encodeReply(message: Omit<Message, 'command'>, reply: Map<string, Encodable>): Buffer {
  const bytes = replyTo(message, reply)
  if (bytes.length <= maxMessageBytes) return bytes
  const error = new CommandError(
    'BSONObjectTooLarge',
    `The reply of ${bytes.length} bytes is larger than a message may be`,
  )
  return replyTo(message, new Map<string, Encodable>([['ok', 0], ...errorFields(error)]))
}

async function drained(socket: Socket): Promise<void> {
  const gone = new AbortController()
  const leave = () => gone.abort()
  socket.once('close', leave)
  try {
    await once(socket, 'drain', { signal: gone.signal })
  } finally {
    socket.off('close', leave)
  }
}

type Failed = Omit<Message, 'command'> & { reply: Map<string, Encodable> }

/** A message whose documents are broken is answered; one that is no message at all ends the connection. */
function parse(bytes: Buffer): Message | Failed {
  try {
    return parseMessage(bytes)
  } catch (error) {
    if (!(error instanceof CommandError) || error.codeName === 'ProtocolError') throw error
    const reply = new Map<string, Encodable>([['ok', 0], ...errorFields(error)])
    return { ...headOf(bytes), reply }
  }
}

/** The client left, or sent what is no message. */
function isExpected(error: unknown): boolean {
  if (error instanceof CommandError || error instanceof RangeError) return true
  const code = (error as NodeJS.ErrnoException).code ?? ''
  return ['ECONNRESET', 'EPIPE', 'ABORT_ERR', 'ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_DESTROYED'].includes(
    code,
  )
}
