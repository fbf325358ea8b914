import type { Meilisearch } from 'meilisearch'
import { unlessAway } from '../search/away.ts'
import { openNow } from './posting-filter.ts'
import type { Side } from './posting.ts'
import { indexOf } from './search-postings.ts'

export interface CountryCounts {
  /** by alpha-3: those that name the country, or a region that it lies in */
  named: Map<string, number>
  /** those that name no place, and so fit every country */
  anywhere: number
}

/** How many postings of a side are open in each country now; `null` where the search server does not answer. */
export async function countCountries(
  search: Meilisearch,
  side: Side,
  now: Date,
): Promise<CountryCounts | null> {
  const query = { filter: openNow(now), facets: ['countries', 'anywhere'], hitsPerPage: 0 }
  const found = await unlessAway(search.index(indexOf(side)).search('', query))
  if (!found) return null
  const { countries = {}, anywhere = {} } = found.facetDistribution ?? {}
  return { named: new Map(Object.entries(countries)), anywhere: anywhere.true ?? 0 }
}
