import type { TFunction } from 'i18next'
import { exportLinks } from '../exports/export-links.ts'
import { paths } from '../paths.ts'
import { listingAddress, pageAddress } from './listing-address.ts'
import { chosenValues, facetGroups, statusGroup } from './listing-facets.ts'
import type { Listing } from './list-postings.ts'
import { postingCard } from './posting-card.ts'
import { facetParameters, sortOf, type PostingQuery } from './posting-query.ts'
import type { Posting, Side } from './posting.ts'

interface ListingContext {
  side: Side
  query: PostingQuery
  listed: readonly string[]
  mayPost: boolean
  language: string
  t: TFunction
}

/** The model of `views/postings/listing.hbs`; without a listing the search server is away. */
export function listingPage<P extends Posting>(listing: Listing<P> | null, context: ListingContext) {
  const { side, query, mayPost, t } = context
  const reader = { ...context, nameOf: listing?.nameOf }
  const chosen = chosenValues(reader)
  const exports = exportLinks(listingAddress(side, query), context.language)
  return {
    title: t(`${side}s:list.title`),
    action: { href: paths.postings(side), q: query.q, kept: keptState(query) },
    actions: mayPost
      ? [{ href: paths.newPosting(side), text: t(`navigation.post-${side}`), primary: true }]
      : [],
    chosen,
    clear: paths.postings(side),
    sorts: sortChoices(context),
    found: listing && foundPart(listing, context),
    searchAway: listing === null,
    exports: listing && exports,
    feed: { title: t(`${side}s:list.title`), href: exports.atom },
    empty: {
      heading: t(`${side}s:list.empty`),
      text: t(`postings:empty.${chosen.length > 0 ? 'chosen' : 'none'}`),
    },
  }
}

function foundPart<P extends Posting>(listing: Listing<P>, context: ListingContext) {
  const { side, query, listed, language, t } = context
  return {
    total: t(`${side}s:list.total`, { count: listing.total }),
    cards: listing.items.map(({ posting, status, organisation }) =>
      postingCard(posting, { href: paths.posting(posting), organisation, language, t, state: status }),
    ),
    groups: [
      statusGroup(context, listed),
      ...facetGroups(listing.facets, { ...context, nameOf: listing.nameOf }),
    ],
    pages: pages(listing, side, query, t),
  }
}

/** The way back to a page before is the browser's own; here is the one to the first. */
function pages(listing: Listing<Posting>, side: Side, query: PostingQuery, t: TFunction) {
  const { items, total, seenBefore, nextCursor } = listing
  if (seenBefore === 0 && !nextCursor) return undefined
  const range = { first: seenBefore + 1, last: seenBefore + items.length, total }
  return {
    first: seenBefore > 0 ? listingAddress(side, query) : undefined,
    next: nextCursor ? pageAddress(side, query, nextCursor) : undefined,
    position: items.length > 0 ? t('postings:position', range) : '',
  }
}

const sorts = ['relevance', 'newest', 'ending'] as const

/** The best fit is a matter of what was typed. */
function sortChoices({ side, query, t }: ListingContext) {
  const current = sortOf(query)
  return sorts
    .filter((sort) => sort !== 'relevance' || query.q)
    .map((sort) => ({
      text: t(`postings:sort.${sort}`),
      href: listingAddress(side, query, { sort }),
      current: sort === current,
    }))
}

/** What a search keeps of the state; another search begins with the best fit again. */
function keptState(query: PostingQuery): { name: string; value: string }[] {
  return [...facetParameters, 'status' as const].flatMap((name) =>
    query[name].map((value) => ({ name, value: String(value) })),
  )
}
