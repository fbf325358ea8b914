import { naming } from '../organisations/naming.ts'
import { isOfFit, readCursor, writeCursor, type ValueCursor } from '../search/cursor.ts'
import type { NewestPlace } from './listed-store.ts'
import { mayBeListed, type ListedPosting } from './list-postings.ts'
import type { PostingQuery } from './posting-query.ts'
import type { Posting } from './posting.ts'
import type { SideOfSite } from './side-of-site.ts'

/** A page of a listing that has no counts. */
export interface StoredListing<P> {
  items: ListedPosting<P>[]
  seenBefore: number
  nextCursor: string | null
}

const order = 'stored'
const atOnce = 200

/** What everybody may list, newest first, straight from the database: for while the search server is away. */
export async function listStored<P extends Posting>(
  site: SideOfSite<P>,
  query: PostingQuery,
): Promise<StoredListing<P>> {
  const { limit } = query
  const cursor = query.cursor ? readCursor(query.cursor) : undefined
  const begin = cursor && !isOfFit(cursor) && isPlace(cursor) ? cursor : undefined
  const behind = begin && { createdAt: Number(begin.value), id: begin.id }
  const found = await listable(site, query, behind, limit + 1)
  const shown = found.slice(0, limit)
  const nameOf = await naming(
    shown.map(({ posting }) => posting.organisationId),
    site.organisations,
  )
  const seenBefore = begin?.seen ?? 0
  const last = shown.at(-1)?.posting
  return {
    items: shown.map((one) => ({ ...one, marked: {}, organisation: nameOf(one.posting.organisationId) })),
    seenBefore,
    nextCursor: last && found.length > limit ? cursorBehind(last, seenBefore + shown.length) : null,
  }
}

/** Reads on until there are enough of those that may be listed. */
async function listable<P extends Posting>(
  site: SideOfSite<P>,
  query: PostingQuery,
  begin: NewestPlace | undefined,
  wanted: number,
) {
  const now = site.clock.now()
  const found: { posting: P; status: string }[] = []
  let behind = begin
  while (found.length < wanted) {
    const read = await site.store.newest(query, { behind, limit: atOnce, now })
    found.push(...mayBeListed(site, query, read, now))
    const last = read.at(-1)
    if (!last || read.length < atOnce) break
    behind = placeOf(last)
  }
  return found
}

/** One that we wrote; from elsewhere, it may name a moment that no calendar has. */
const isPlace = (cursor: ValueCursor): boolean =>
  cursor.order === order && !Number.isNaN(new Date(Number(cursor.value)).getTime())

const placeOf = ({ createdAt, id }: Posting): NewestPlace => ({ createdAt: createdAt.getTime(), id })

function cursorBehind(posting: Posting, seen: number): string {
  const { createdAt, id } = placeOf(posting)
  return writeCursor({ order, seen, value: createdAt, id })
}
