import { namedAmong } from '../organisations/named-among.ts'
import { naming, type NameOf } from '../organisations/naming.ts'
import { unlessAway } from '../search/away.ts'
import { searchPage, type SearchPage } from '../search/search-page.ts'
import type { FacetParameter, PostingQuery } from './posting-query.ts'
import type { Posting } from './posting.ts'
import { postingSearch } from './search-postings.ts'
import type { SideOfSite } from './side-of-site.ts'

export interface ListedPosting<P> {
  posting: P
  status: string
  organisation: string
  /** its texts as the index has them, with marks around what answers the words typed */
  marked: Record<string, string>
}

export interface Listing<P> extends Omit<SearchPage<P, FacetParameter>, 'items'> {
  items: ListedPosting<P>[]
  /** of the posters and of the commonest values of the facet `organisation` */
  nameOf: NameOf
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
  const read = async (ids: string[]) => {
    const found = mayBeListed(site, query, await site.store.findMany(ids), now)
    return new Map(found.map((one) => [one.posting.id, one]))
  }
  const truth = { read, stale: site.mendIndex }
  const page = await unlessAway(searchPage(site.search, postingSearch(site.side, query, now), truth))
  if (!page) return null
  const posters = page.items.map(({ shown }) => shown.posting.organisationId)
  const named = await namedAmong(page.facets.organisation, site.publicOrganisations)
  const nameOf = await naming([...posters, ...named], site.organisations)
  const items = page.items.map(({ shown, marked }) => {
    return { ...shown, marked, organisation: nameOf(shown.posting.organisationId) }
  })
  return { ...page, items, nameOf }
}

/** Those of the postings that a listing in these states may show now. */
export function mayBeListed<P extends Posting>(
  { statusOf, listed }: SideOfSite<P>,
  { status: statuses }: Pick<PostingQuery, 'status'>,
  postings: P[],
  now: Date,
): { posting: P; status: string }[] {
  const asked = statuses.length > 0 ? statuses : openStates
  return postings
    .map((posting) => ({ posting, status: statusOf(posting, now) }))
    .filter(({ status }) => listed.includes(status) && asked.includes(status))
}

const openStates = ['open', 'partly-met']
