import type { Exportable, SearchParameters } from '../exports/exportable.ts'
import type { Need } from '../needs/need.ts'
import type { Offer } from '../offers/offer.ts'
import { paths } from '../paths.ts'
import { listingAddress } from '../postings/listing-address.ts'
import { chosenValues } from '../postings/listing-facets.ts'
import { listPostings, type ListedPosting } from '../postings/list-postings.ts'
import { postingColumns } from '../postings/posting-columns.ts'
import { postingEntry } from '../postings/posting-entry.ts'
import { lenientQuery, type PostingQuery } from '../postings/posting-query.ts'
import type { SideOfSite } from '../postings/side-of-site.ts'
import { postingJson } from './posting-json.ts'

/** What the listing of one side shows, to be taken away: the same search, the same rule of what may be shown. */
export function postingExport<P extends Offer | Need>(
  site: SideOfSite<P>,
  baseUrl: string,
): Exportable<ListedPosting<P>> {
  const { side, listed, clock } = site
  const queryOf = (parameters: SearchParameters): PostingQuery => {
    const query = lenientQuery(parameters)
    return { ...query, status: query.status.filter((status) => listed.includes(status)) }
  }
  return {
    path: paths.postings(side),

    addressOf: (parameters) => listingAddress(side, queryOf(parameters), { limit: undefined }),

    titleOf(parameters, { language, t }, rows) {
      const posters = new Map(rows.map(({ posting, organisation }) => [posting.organisationId, organisation]))
      const nameOf = (id: string) => posters.get(id) ?? ''
      const chosen = chosenValues({ side, query: queryOf(parameters), language, t, nameOf })
      return [t(`${side}s:list.title`), ...chosen.map(({ label }) => label)].join(' · ')
    },

    async find(parameters, limit, cursor) {
      const query = { ...queryOf({ ...parameters, cursor }), limit }
      const listing = await listPostings(site, query)
      return listing && { rows: listing.items, total: listing.total, next: listing.nextCursor }
    },

    columnsFor: ({ language }) => postingColumns(language, baseUrl),
    itemOf: ({ posting, organisation }) => postingJson(posting, organisation, clock.now()),
    entryOf: postingEntry,
  }
}
