import type { Meilisearch, MultiSearchQuery, SearchResponse } from 'meilisearch'
import { filtersOf } from './counts.ts'
import type { FacetedSearch } from './faceted-search.ts'

/** How many hits each of the searches has, exactly, in one request. */
export async function countHits(client: Meilisearch, searches: FacetedSearch[]): Promise<number[]> {
  if (searches.length === 0) return []
  const queries: MultiSearchQuery[] = searches.map((search) => ({
    indexUid: search.uid,
    q: search.q,
    filter: filtersOf(search),
    hitsPerPage: 0,
  }))
  const { results } = await client.multiSearch({ queries })
  return (results as unknown as Partial<SearchResponse>[]).map(({ totalHits = 0 }) => Number(totalHits))
}
