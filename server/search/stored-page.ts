import { isOfFit, readCursor, writeCursor } from './cursor.ts'

/** A page of a list that has no counts. */
export interface StoredPage<T> {
  items: { shown: T; marked: Record<string, string> }[]
  seenBefore: number
  nextCursor: string | null
}

/** A place in the order of the database. */
export interface StoredPlace {
  value: string | number
  id: string
}

interface StoredList<T> {
  /** what comes behind a place, or from the beginning */
  read(behind: StoredPlace | undefined, limit: number): Promise<T[]>
  /** those that may be shown now */
  shown(found: T[]): Promise<T[]>
  placeOf(one: T): StoredPlace
}

const order = 'stored'
const atOnce = 100

/** A page straight from the database, for while the search server is away. */
export async function storedPage<T>(
  { cursor: text, limit }: { cursor?: string | undefined; limit: number },
  list: StoredList<T>,
): Promise<StoredPage<T>> {
  const cursor = text ? readCursor(text) : undefined
  const begin = cursor && !isOfFit(cursor) && cursor.order === order ? cursor : undefined
  const found = await readOn(list, begin, limit + 1)
  const page = found.slice(0, limit)
  const seenBefore = begin?.seen ?? 0
  const last = page.at(-1)
  return {
    items: page.map((shown) => ({ shown, marked: {} })),
    seenBefore,
    nextCursor:
      last && found.length > limit
        ? writeCursor({ order, seen: seenBefore + page.length, ...list.placeOf(last) })
        : null,
  }
}

/** Until there are enough that may be shown. */
async function readOn<T>(
  { read, shown, placeOf }: StoredList<T>,
  begin: StoredPlace | undefined,
  wanted: number,
) {
  const found: T[] = []
  let behind = begin
  while (found.length < wanted) {
    const some = await read(behind, atOnce)
    found.push(...(await shown(some)))
    const last = some.at(-1)
    if (!last || some.length < atOnce) break
    behind = placeOf(last)
  }
  return found
}

/** What the words typed are in a database: patterns that must all be found, capitals or not. */
export const patternsOf = (q: string): { $regex: string; $options: string }[] =>
  q
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 10)
    .map((word) => ({ $regex: word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), $options: 'i' }))
