import type { Encodable, RawDocument } from '../bson/encode.ts'
import { refuse } from '../errors.ts'
import { gather, type Gathering } from './replies.ts'
import type { Request } from './request.ts'
import { takeTurn, type Turn } from './turns.ts'

/** Bytes of documents in one reply. */
const batchBytes = 16 * 1024 * 1024
/** The same where others wait for their turn. */
const sharedBatchBytes = 1024 * 1024

/** `undefined` where a while nothing was found. */
type Steps = Iterator<RawDocument | undefined>

export interface Cursor {
  namespace: string
  items: Steps
  /** Taken from `items`, but too large for the batch before. */
  pending: RawDocument | undefined
  /** The session that it ends with. */
  session: string | undefined
  lastUsed: number
  neverExpires: boolean
  /** Whether a batch is being read. */
  isInUse: boolean
  isKilled: boolean
}

export interface Batch {
  documents: Encodable[]
  isLast: boolean
}

/** The next documents of a cursor. */
export async function readBatch(
  request: Request,
  cursor: Cursor,
  size: number,
  isOnly: boolean,
): Promise<Batch> {
  const gathering = gather()
  cursor.isInUse = true
  try {
    return await nextBatch(cursor, size, { gathering, isOnly, turn: takeTurn(request.isGone) })
  } finally {
    gathering.end()
    cursor.isInUse = false
    cursor.lastUsed = Date.now()
    if (cursor.isKilled) cursor.items.return?.()
  }
}

interface Reading {
  gathering: Gathering
  turn: Turn
  /** Whether this batch must hold all that it may. */
  isOnly: boolean
}

/** Full batches end without a look at what follows, as in MongoDB; a long search gives way to others. */
async function nextBatch(cursor: Cursor, size: number, { gathering, turn, isOnly }: Reading): Promise<Batch> {
  const documents: RawDocument[] = []
  let bytes = 0
  while (documents.length < size) {
    if (turn.isOver() || !gathering.mayGoOn()) {
      if (bytes > sharedBatchBytes && turn.isShared() && !isOnly) break
      do await turn.next()
      while (!gathering.mayGoOn())
      if (cursor.isKilled) refuse('CursorKilled', 'cursor was killed')
    }
    const next = cursor.pending ? { done: false, value: cursor.pending } : cursor.items.next()
    cursor.pending = undefined
    if (next.done) return { documents, isLast: true }
    const document = next.value as RawDocument | undefined
    if (!document) continue
    bytes += document.bytes.length
    if (bytes > batchBytes && documents.length > 0) {
      cursor.pending = document
      break
    }
    gathering.add(document.bytes.length)
    documents.push(document)
  }
  return { documents, isLast: false }
}
