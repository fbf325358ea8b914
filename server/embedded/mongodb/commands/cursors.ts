import { randomBytes } from 'node:crypto'
import type { Encodable, RawDocument } from '../bson/encode.ts'
import { keepingTime } from '../collections/work.ts'
import { refuse } from '../errors.ts'

/** Milliseconds after which a cursor that nobody asks is closed, as in MongoDB. */
const idleTime = 10 * 60 * 1000
const firstBatchSize = 101
/** Bytes of documents in one reply. */
const batchBytes = 16 * 1024 * 1024

export interface Cursor {
  namespace: string
  items: Iterator<RawDocument>
  /** Taken from `items`, but too large for the batch before. */
  pending: RawDocument | undefined
  /** The session that it ends with. */
  session: string | undefined
  lastUsed: number
  neverExpires: boolean
}

export interface Batch {
  documents: Encodable[]
  isLast: boolean
}

export interface Cursors {
  /** The first batch as a reply's `cursor`, and the rest kept for later where there is any. */
  start(cursor: CursorStart): Map<string, Encodable>
  next(id: bigint, namespace: string, batchSize: number | undefined): Map<string, Encodable>
  /** Whether there was such a cursor. */
  kill(id: bigint): boolean
  endSession(session: string): void
  expire(now: number): void
}

export interface CursorStart {
  namespace: string
  documents: Iterable<RawDocument>
  batchSize: number | undefined
  singleBatch?: boolean
  session?: string | undefined
  neverExpires?: boolean
}

export function createCursors(): Cursors {
  const open = new Map<bigint, Cursor>()

  function close(id: bigint): boolean {
    open.get(id)?.items.return?.()
    return open.delete(id)
  }

  function closeWhere(isDue: (cursor: Cursor) => boolean): void {
    for (const [id, cursor] of open) if (isDue(cursor)) close(id)
  }

  return {
    start: (start) => {
      const cursor = cursorFrom(start)
      const { documents, isLast } = nextBatch(cursor, start.batchSize ?? firstBatchSize)
      const id = isLast || start.singleBatch ? 0n : newId()
      if (id !== 0n) open.set(id, cursor)
      else cursor.items.return?.()
      return cursorReply('firstBatch', documents, id, cursor.namespace)
    },
    next: (id, namespace, batchSize) => {
      const cursor = open.get(id) ?? refuse('CursorNotFound', `cursor id ${id} not found`)
      if (cursor.namespace !== namespace)
        refuse('Unauthorized', `cursor id ${id} was not created on '${namespace}'`)
      cursor.lastUsed = Date.now()
      const { documents, isLast } = nextBatch(cursor, batchSize || Infinity)
      if (isLast) open.delete(id)
      return cursorReply('nextBatch', documents, isLast ? 0n : id, namespace)
    },
    kill: close,
    endSession: (session) => closeWhere((cursor) => cursor.session === session),
    expire: (now) => closeWhere((cursor) => !cursor.neverExpires && now - cursor.lastUsed > idleTime),
  }
}

function cursorFrom({ namespace, documents, session, neverExpires = false }: CursorStart): Cursor {
  const items = keepingTime(documents[Symbol.iterator]())
  return { namespace, items, session, neverExpires, pending: undefined, lastUsed: Date.now() }
}

function newId(): bigint {
  return (randomBytes(8).readBigInt64LE() & 0x7fff_ffff_ffff_ffffn) | 1n
}

/** Full batches end without a look at what follows, as in MongoDB. */
function nextBatch(cursor: Cursor, size: number): Batch {
  const documents: RawDocument[] = []
  let bytes = 0
  while (documents.length < size) {
    const document = cursor.pending ?? cursor.items.next().value
    cursor.pending = undefined
    if (!document) return { documents, isLast: true }
    bytes += document.bytes.length
    if (bytes > batchBytes && documents.length > 0) {
      cursor.pending = document
      break
    }
    documents.push(document)
  }
  return { documents, isLast: false }
}

function cursorReply(
  name: string,
  documents: Encodable[],
  id: bigint,
  namespace: string,
): Map<string, Encodable> {
  return new Map<string, Encodable>([
    [name, documents],
    ['id', id],
    ['ns', namespace],
  ])
}
