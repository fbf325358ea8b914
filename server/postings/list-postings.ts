import { MeilisearchApiError, MeilisearchError } from 'meilisearch'
import { naming } from '../organisations/naming.ts'
import type { PostingQuery } from './posting-query.ts'
import type { Posting } from './posting.ts'
import { searchPostings, type Facets } from './search-postings.ts'
import type { SideOfSite } from './side-of-site.ts'

export interface ListedPosting<P> {
  posting: P
  status: string
  organisation: string
}

export interface Listing<P> {
  items: ListedPosting<P>[]
  facets: Facets
  total: number
  nextCursor: string | null
}

/**
 * A page of what everybody may list. The hits are read again from the database, and what is no longer in a state
 * that was asked for is left out. `null` where the search server does not answer.
 */
export async function listPostings<P extends Posting>(
  site: SideOfSite<P>,
  query: PostingQuery,
): Promise<Listing<P> | null> {
  const now = site.clock.now()
  const hits = await unlessAway(searchPostings(site.search, indexOf(site), query, now))
  if (!hits) return null
  const asked = query.status.length > 0 ? query.status : openStates
  const found = (await site.store.findMany(hits.ids))
    .map((posting) => ({ posting, status: site.statusOf(posting, now) }))
    .filter(({ status }) => site.listed.includes(status) && asked.includes(status))
  const posters = found.map(({ posting }) => posting.organisationId)
  const nameOf = await naming(posters, site.organisations)
  const items = found.map((one) => ({ ...one, organisation: nameOf(one.posting.organisationId) }))
  return {
    items,
    facets: hits.facets,
    total: hits.total - (hits.ids.length - found.length),
    nextCursor: hits.nextCursor,
  }
}

const openStates = ['open', 'partly-met']

const indexOf = ({ side }: { side: 'offer' | 'need' }) => (side === 'offer' ? 'offers' : 'needs')

async function unlessAway<T>(answer: Promise<T>): Promise<T | null> {
  return answer.catch((error: unknown) => {
    if (isAway(error)) return null
    throw error
  })
}

/** No answer, a failing server or indexes not made yet; a request that it refuses is a fault of ours and stays one. */
function isAway(error: unknown): boolean {
  if (!(error instanceof MeilisearchApiError)) return error instanceof MeilisearchError
  return error.response.status >= 500 || error.cause?.code === 'index_not_found'
}
