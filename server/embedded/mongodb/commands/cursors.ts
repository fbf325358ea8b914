import { randomBytes } from 'node:crypto'
import type { Encodable, RawDocument } from '../bson/encode.ts'
import { keepingTime } from '../collections/work.ts'
import { refuse } from '../errors.ts'
import { type Cursor, readBatch } from './batch.ts'
import type { Request } from './request.ts'
import { refuseOtherSession, sessionOf } from './session.ts'

/** Milliseconds after which a cursor that nobody asks is closed, as in MongoDB. */
const idleTime = 10 * 60 * 1000
/** Cursors open at a time; who has been left longest goes for another. */
const mostOpen = 2000
const firstBatchSize = 101
export interface Cursors {
  /** The first batch as a reply's `cursor`, and the rest kept for later where there is any. */
  start(request: Request, cursor: CursorStart): Promise<Map<string, Encodable>>
  next(request: Request, next: CursorNext): Promise<Map<string, Encodable>>
  /** Whether there was such a cursor. */
  kill(id: bigint): boolean
  /** Closes the cursors of the sessions, or of all sessions. */
  killSessions(sessions: ReadonlySet<string> | 'all'): void
  /** Closes those that nobody asked for ten minutes. */
  expire(now: number): void
  count(): { total: number; neverExpiring: number; inUse: number }
}

export interface CursorStart {
  namespace: string
  documents: Iterable<RawDocument | undefined>
  batchSize: number | undefined
  singleBatch?: boolean
  neverExpires?: boolean
}

interface CursorNext {
  id: bigint
  namespace: string
  batchSize: number | undefined
}

export function createCursors(): Cursors {
  /** Those used last come last. */
  const open = new Map<bigint, Cursor>()

  function close(id: bigint): boolean {
    const cursor = open.get(id)
    if (!cursor) return false
    cursor.isKilled = true
    if (!cursor.isInUse) cursor.items.return?.()
    return open.delete(id)
  }

  function closeWhere(isDue: (cursor: Cursor) => boolean): void {
    for (const [id, cursor] of open) if (isDue(cursor)) close(id)
  }

  function keep(id: bigint, cursor: Cursor): void {
    open.delete(id)
    open.set(id, cursor)
    for (const [oldest, { isInUse }] of open) {
      if (open.size <= mostOpen) return
      if (!isInUse) close(oldest)
    }
  }

  return {
    start: async (request, start) => {
      const cursor = cursorFrom(start, sessionOf(request.command))
      const id = newId()
      open.set(id, cursor)
      const size = start.batchSize ?? firstBatchSize
      const batch = await readBatch(request, cursor, size, start.singleBatch === true).catch(
        (error: unknown) => {
          close(id)
          throw error
        },
      )
      const stays = !batch.isLast && !start.singleBatch
      if (stays) keep(id, cursor)
      else close(id)
      return cursorReply('firstBatch', batch.documents, stays ? id : 0n, cursor.namespace)
    },
    next: async (request, { id, namespace, batchSize }) => {
      const cursor = open.get(id) ?? refuse('CursorNotFound', `cursor id ${id} not found`)
      refuseOther(cursor, id, namespace, request)
      keep(id, cursor)
      const batch = await readBatch(request, cursor, batchSize || Infinity, false).catch((error: unknown) => {
        close(id)
        throw error
      })
      if (batch.isLast) close(id)
      return cursorReply('nextBatch', batch.documents, batch.isLast ? 0n : id, namespace)
    },
    kill: close,
    killSessions: (sessions) =>
      closeWhere(({ session }) => session !== undefined && (sessions === 'all' || sessions.has(session))),
    expire: (now) =>
      closeWhere(
        ({ neverExpires, isInUse, lastUsed }) => !neverExpires && !isInUse && now - lastUsed > idleTime,
      ),
    count: () => {
      const cursors = [...open.values()]
      return {
        total: cursors.length,
        neverExpiring: cursors.filter(({ neverExpires }) => neverExpires).length,
        inUse: cursors.filter(({ isInUse }) => isInUse).length,
      }
    },
  }
}

function refuseOther(cursor: Cursor, id: bigint, namespace: string, request: Request): void {
  if (cursor.isInUse) refuse('CursorInUse', `cursor id ${id} is already in use`)
  if (cursor.namespace !== namespace)
    refuse(
      'Unauthorized',
      `Requested getMore on namespace '${namespace}', but cursor belongs to a different namespace ${cursor.namespace}`,
    )
  refuseOtherSession(id, cursor.session, sessionOf(request.command))
  if (request.command.has('maxTimeMS'))
    refuse('BadValue', 'cannot set maxTimeMS on getMore command for a non-awaitData cursor')
}

function cursorFrom({ namespace, documents, neverExpires = false }: CursorStart, session?: string): Cursor {
  const items = keepingTime(documents[Symbol.iterator]())
  const lastUsed = Date.now()
  return {
    namespace,
    items,
    session,
    neverExpires,
    pending: undefined,
    lastUsed,
    isInUse: false,
    isKilled: false,
  }
}

let random = Buffer.alloc(0)

/** So large that no client takes it for a number of another type. Many are drawn at once, which is much cheaper. */
function newId(): bigint {
  if (random.length === 0) random = randomBytes(4096)
  const drawn = random.readBigInt64LE()
  random = random.subarray(8)
  return (drawn & 0x3fff_ffff_ffff_ffffn) | 0x4000_0000_0000_0000n
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
