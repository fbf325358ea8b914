import type { Meilisearch, MultiSearchQuery, SearchResponse } from 'meilisearch'
import { countQueries, readCounts, type Counts } from './counts.ts'
import { isOfFit, type Cursor } from './cursor.ts'
import type { FacetedSearch } from './faceted-search.ts'
import { isOneOf, isNoneOf } from './filter.ts'
import {
  cursorBehind,
  cursorOf,
  hitsQuery,
  readHits,
  shown,
  toHit,
  type Hit,
  type HitPage,
  type RawHit,
} from './hits.ts'

/** A hit that may be shown now: what the database says of it, and the search server's texts with their marks. */
export interface Item<T> {
  shown: T
  marked: Record<string, string>
}

export interface SearchPage<T, Name extends string = string> extends Counts<Name> {
  items: Item<T>[]
  /** how many were seen on the pages before */
  seenBefore: number
  nextCursor: string | null
}

interface Truth<T> {
  /** what may be shown now, by id, from the database */
  read(ids: string[]): Promise<Map<string, T>>
  /** is told of hits that may not be shown, so that the index gets mended */
  stale(uid: string, ids: string[]): void
}

type Found<Name extends string> = HitPage & Counts<Name>

/** How long the search server may think before the page does without it. */
const patience = 5_000
const mostRounds = 5

/**
 * A page of a search, its counts and the way to the next page. The index only proposes: what `read` does not give
 * back is left out, the page is filled from the hits behind it, and no count has it in it.
 *
 * **What a cursor promises.** While postings come, go and change, paging through a search shows nothing twice and
 * passes over nothing that fitted all along. In an order by a value the next page begins behind the value and id of
 * the last one seen; one whose very value is edited moves to its new place, and may be seen there again or no more.
 * In the order of fit what came after the first page waits for a new search, and the two hundred seen last are known,
 * so that the next page is the best of all others; of those seen before, only their number is known. Counts are those
 * of the whole search now, not of what is left. A cursor that is damaged, or belongs to another order, gives the
 * first page.
 */
export async function searchPage<T, Name extends string>(
  client: Meilisearch,
  search: FacetedSearch<Name>,
  { read, stale }: Truth<T>,
): Promise<SearchPage<T, Name>> {
  const cursor = cursorOf(search)
  const dropped: string[] = []
  for (let round = 1; ; round++) {
    const asked = { ...search, filter: [...search.filter, ...without(dropped)] }
    const found = await ask(client, asked, cursor)
    const ids = found.hits.map(({ id }) => id)
    const truths = await read(ids)
    const gone = ids.filter((id) => !truths.has(id))
    if (gone.length > 0) stale(search.uid, gone)
    dropped.push(...gone)
    if (gone.length === 0 || round === mostRounds) return pageOf(search, cursor, found, truths)
  }
}

const without = (ids: string[]) => (ids.length > 0 ? [isNoneOf('id', ids)] : [])

function pageOf<T, Name extends string>(
  search: FacetedSearch<Name>,
  cursor: Cursor | undefined,
  { hits, hasMore, total, facets, withAllWords }: Found<Name>,
  truths: Map<string, T>,
): SearchPage<T, Name> {
  const items = hits.flatMap(({ id, marked }) => {
    const shown = truths.get(id)
    return shown === undefined ? [] : [{ shown, marked }]
  })
  return {
    ...{ items, facets, withAllWords },
    total: total - (hits.length - items.length),
    seenBefore: cursor?.seen ?? 0,
    nextCursor: hasMore ? cursorBehind(search, cursor, hits) : null,
  }
}

async function ask<Name extends string>(
  client: Meilisearch,
  search: FacetedSearch<Name>,
  cursor: Cursor | undefined,
): Promise<Found<Name>> {
  const asked = questions(search, cursor)
  const queries = asked.map((query) => ({ ...query, indexUid: search.uid }) as MultiSearchQuery)
  const answer = await client.multiSearch({ queries }, inTime())
  const results = answer.results as unknown as SearchResponse<RawHit>[]
  const counted = cursor ? results.slice(1) : results
  const page = readHits(search, cursor, results[0]?.hits ?? [])
  const hits = cursor && isOfFit(cursor) ? await withTexts(client, search, page.hits) : page.hits
  return { hits, hasMore: page.hasMore, ...readCounts(search, counted) }
}

/** The hits of the first page come with its counts; behind a cursor there are fewer than are to be counted. */
function questions(search: FacetedSearch, cursor: Cursor | undefined) {
  const hits = hitsQuery(search, cursor)
  const [all, ...others] = countQueries(search)
  if (cursor) return [hits, all, ...others]
  return [{ ...hits, ...all, limit: undefined, hitsPerPage: hits.limit }, ...others]
}

/** Hits of a later page of fit were asked for as ids; their texts are those of this page alone. */
async function withTexts(client: Meilisearch, search: FacetedSearch, hits: Hit[]): Promise<Hit[]> {
  const filter = isOneOf(
    'id',
    hits.map(({ id }) => id),
  )
  const query = { ...shown(search), filter, limit: hits.length }
  const answer = await client.index<RawHit>(search.uid).search(search.q, query, inTime())
  const texts = new Map(answer.hits.map((raw) => [raw.id, toHit(raw, search)]))
  return hits.map((hit) => texts.get(hit.id) ?? hit)
}

const inTime = () => ({ signal: AbortSignal.timeout(patience) })
