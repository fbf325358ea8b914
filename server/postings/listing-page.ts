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
  /** may have an alert rule for this side */
  mayHear: boolean
  language: string
  t: TFunction
}

/** The model of `views/postings/listing.hbs`; without a listing the search server is away. */
export function listingPage<P extends Posting>(listing: Listing<P> | null, context: ListingContext) {
  const { side, query, mayPost, t } = context
  const exports = exportLinks(listingAddress(side, query), context.language)
  return {
    title: t(`${side}s:list.title`),
    search: searchLine(context),
    actions: mayPost
      ? [{ href: paths.newPosting(side), text: t(`navigation.post-${side}`), primary: true }]
      : [],
    chosen: chosenValues({ ...context, nameOf: listing?.nameOf }),
    clear: paths.postings(side),
    sorts: sortChoices(context),
    found: listing && foundPart(listing, context),
    notice: listing === null ? awayNotice(t) : undefined,
    exports: listing && { ...exports, alert: alertAddress(context) },
    feed: { title: t(`${side}s:list.title`), href: exports.atom },
  }
}

const searchLine = ({ side, query, t }: ListingContext) => ({
  href: paths.postings(side),
  q: query.q,
  label: t('postings:search.label'),
  hint: t('postings:search.hint'),
  kept: keptState(query),
})

const awayNotice = (t: TFunction) => ({
  ...{ tone: 'warning', role: 'alert' },
  heading: t('postings:search.away-title'),
  text: t('postings:search.away'),
})

function foundPart<P extends Posting>(listing: Listing<P>, context: ListingContext) {
  const { side, query, listed, language, t } = context
  const { items, nameOf } = listing
  return {
    total: t(`${side}s:list.total`, { count: listing.total }),
    isEmpty: items.length === 0,
    cards: items.map(({ posting, status, organisation, marked }) =>
      postingCard(posting, {
        ...{ href: paths.posting(posting), organisation, language, t, marked },
        state: status,
      }),
    ),
    groups: [statusGroup(context, listed), ...facetGroups(listing.facets, { ...context, nameOf })],
    pages: pages(listing, side, query, t),
    help: items.length > 0 ? undefined : emptyHelp(context),
  }
}

function emptyHelp(context: ListingContext) {
  const { side, t } = context
  const isNarrowed = chosenValues(context).length > 0
  return {
    heading: t(`${side}s:list.empty`),
    text: t(`postings:empty.${isNarrowed ? 'chosen' : 'none'}`),
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

/** Where the search is saved as an alert rule; one for closed ones would never hear of anything. */
function alertAddress({ side, query, mayHear }: ListingContext): string | undefined {
  const isOfOpen = query.status.length === 0 || query.status.includes('open')
  const search = listingAddress(side, query, { status: undefined, sort: undefined, limit: undefined })
  return mayHear && isOfOpen ? paths.newAlertRule(search) : undefined
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
