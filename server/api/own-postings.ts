import type { Account } from '../accounts/account.ts'
import type { Listing } from '../postings/list-postings.ts'
import { isAnywhere, type Posting } from '../postings/posting.ts'
import { cursorOf, type PostingQuery } from '../postings/posting-query.ts'
import type { SideOfSite } from '../postings/side-of-site.ts'
import { expandPlaces, regionsOf } from '../vocabulary/places.ts'

type Answer<P> = Omit<Listing<P>, 'facets'> & { facets: Record<string, never> }

const most = 10_000

/**
 * The account's own postings in states that are not public, newest first, from the database: no index knows them, so
 * there are no facet counts.
 */
export async function ownPostings<P extends Posting>(
  site: SideOfSite<P>,
  query: PostingQuery,
  account: Account,
): Promise<Answer<P>> {
  const now = site.clock.now()
  const { id, name: organisation } = account.organisation
  const all = await site.store.ofOrganisations([id], most)
  const found = all
    .map((posting) => ({ posting, status: site.statusOf(posting, now), organisation }))
    .filter(({ posting, status }) => query.status.includes(status) && isAskedFor(posting, query))
  const from = (query.cursor - 1) * query.limit
  const items = found.slice(from, from + query.limit)
  const nextCursor = from + items.length < found.length ? cursorOf(query.cursor + 1) : null
  return { items, facets: {}, total: found.length, nextCursor }
}

function isAskedFor(posting: Posting, query: PostingQuery): boolean {
  const countries = expandPlaces(posting)
  return (
    among(query.type, posting.contributionTypes) &&
    among(query.sdg, posting.sdgs) &&
    among(query.language, [posting.language]) &&
    (isAnywhere(posting) ||
      (among(query.country, countries) && among(query.region, countries.flatMap(regionsOf)))) &&
    contains(posting, query.q)
  )
}

const among = <T>(asked: T[], given: T[]): boolean =>
  asked.length === 0 || asked.some((one) => given.includes(one))

const contains = ({ title, description }: Posting, q: string): boolean =>
  `${title} ${description}`.toLocaleLowerCase().includes(q.toLocaleLowerCase())
