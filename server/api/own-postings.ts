import type { Account } from '../accounts/account.ts'
import { naming } from '../organisations/naming.ts'
import type { ListedPosting, Listing } from '../postings/list-postings.ts'
import type { Posting } from '../postings/posting.ts'
import type { PostingQuery } from '../postings/posting-query.ts'
import type { SideOfSite } from '../postings/side-of-site.ts'

type Answer<P> = Omit<Listing<P>, 'facets'> & { facets: Record<string, never> }

const most = 1_000

/** The account's own postings in states that are not public, from the database: no index knows them. */
export async function ownPostings<P extends Posting>(
  site: SideOfSite<P>,
  query: PostingQuery,
  account: Account,
): Promise<Answer<P>> {
  const now = site.clock.now()
  const { id } = account.organisation
  const organisation = (await naming([id], site.organisations))(id)
  const all = await site.store.ofOrganisations([id], most)
  const found: ListedPosting<P>[] = all
    .map((posting) => ({ posting, status: site.statusOf(posting, now), organisation }))
    .filter(({ posting, status }) => query.status.includes(status) && contains(posting, query.q))
  return { items: found.slice(0, query.limit), facets: {}, total: found.length, nextCursor: null }
}

const contains = ({ title, description }: Posting, q: string): boolean =>
  `${title} ${description}`.toLocaleLowerCase().includes(q.toLocaleLowerCase())
