import type { SearchParams } from 'meilisearch'
import { filtersOf } from './counts.ts'
import { isOfFit, marksIn, markOf, readCursor, withSeen, writeCursor } from './cursor.ts'
import type { Cursor, FitCursor, ValueCursor } from './cursor.ts'
import type { FacetedSearch } from './faceted-search.ts'
import { cutMark, markEnd, markStart } from './marks.ts'
import { isBehind, nameOf, sortOf, type ValueOrder } from './order.ts'

/** What the search server tells of a document; the texts are from `_formatted`, by attribute. */
export interface Hit {
  id: string
  marked: Record<string, string>
  /** by which a chosen order sorts */
  value: string | number
}

export interface HitPage {
  hits: Hit[]
  hasMore: boolean
}

export interface RawHit {
  id: string
  _formatted?: Record<string, unknown>
  [attribute: string]: unknown
}

type Query = Omit<SearchParams, 'q'> & { q: string }

const wordsInPart = 36

/** Where the page begins; nothing for the first one, and for a cursor that belongs to another order. */
export function cursorOf({ cursor: text, order }: FacetedSearch): Cursor | undefined {
  const cursor = text ? readCursor(text) : undefined
  return cursor?.order === nameOf(order) ? cursor : undefined
}

/** One more than the page holds, to know whether there is another. */
export function hitsQuery(search: FacetedSearch, cursor: Cursor | undefined): Query {
  const { q, order, limit } = search
  const filter = filtersOf(search)
  const query = { q, sort: sortOf(order), filter, limit: limit + 1, ...shown(search) }
  if (!cursor) return query
  if (isOfFit(cursor)) return { ...query, ...behindSeen(search, cursor) }
  return { ...query, filter: [...filter, isBehind(order as ValueOrder, cursor)] }
}

/** Asks for those remembered as well, and so finds what took their place; its hits come without texts. */
function behindSeen(search: FacetedSearch, cursor: FitCursor): Partial<Query> {
  const remembered = marksIn(cursor).length
  return {
    filter: [...filtersOf(search), `${search.cameAt} <= ${cursor.since}`],
    offset: Math.max(0, cursor.seen - remembered),
    limit: remembered + search.limit + 1,
    attributesToRetrieve: ['id'],
    attributesToHighlight: undefined,
    attributesToCrop: undefined,
  }
}

/** What a hit is asked to show; only of use with words to mark. */
export function shown({ q, order, marked }: FacetedSearch): Omit<Query, 'q'> {
  const retrieved = order === 'fit' ? ['id'] : ['id', order.attribute]
  if (!q) return { attributesToRetrieve: retrieved }
  return {
    attributesToRetrieve: retrieved,
    attributesToHighlight: [...marked.whole, ...marked.cut],
    attributesToCrop: marked.cut.map((attribute) => `${attribute}:${wordsInPart}`),
    highlightPreTag: markStart,
    highlightPostTag: markEnd,
    cropMarker: cutMark,
  }
}

export function readHits(search: FacetedSearch, cursor: Cursor | undefined, raw: RawHit[]): HitPage {
  const seen = new Set(cursor && isOfFit(cursor) ? marksIn(cursor) : [])
  const hits = raw.filter(({ id }) => !seen.has(markOf(id))).map((hit) => toHit(hit, search))
  return { hits: hits.slice(0, search.limit), hasMore: hits.length > search.limit }
}

/** The cursor of the page behind these hits. */
export function cursorBehind(search: FacetedSearch, cursor: Cursor | undefined, hits: Hit[]): string | null {
  const last = hits.at(-1)
  if (!last) return null
  const ids = hits.map(({ id }) => id)
  if (search.order === 'fit') return writeCursor(withSeen(fitCursorFrom(search, cursor), ids))
  const seen = (cursor?.seen ?? 0) + hits.length
  return writeCursor({ order: nameOf(search.order), seen, value: last.value, id: last.id } as ValueCursor)
}

const fitCursorFrom = (search: FacetedSearch, cursor: Cursor | undefined): FitCursor =>
  cursor && isOfFit(cursor) ? cursor : { order: 'fit', seen: 0, since: search.now, marks: '' }

export function toHit(raw: RawHit, { order }: FacetedSearch): Hit {
  const texts = Object.entries(raw._formatted ?? {}).filter(([, text]) => typeof text === 'string')
  const value = order === 'fit' ? 0 : raw[order.attribute]
  return {
    id: raw.id,
    marked: Object.fromEntries(texts) as Record<string, string>,
    value: typeof value === 'number' ? value : String(value),
  }
}
