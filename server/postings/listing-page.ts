import type { TFunction } from 'i18next'
import { exportLinks } from '../exports/export-links.ts'
import { paths } from '../paths.ts'
import { listingAddress, pageAddress, usualLimit } from './listing-address.ts'
import { chosenValues, facetGroups, statusGroup } from './listing-facets.ts'
import type { ListingHelp } from './listing-help.ts'
import type { Listing } from './list-postings.ts'
import type { StoredListing } from './list-stored.ts'
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
  help?: ListingHelp
}

/** The model of `views/postings/listing.hbs`; a stored listing stands for what the search server would have found. */
export function listingPage<P extends Posting>(
  listing: Listing<P> | StoredListing<P>,
  context: ListingContext,
) {
  const { side, query, mayPost, t } = context
  const counted = 'facets' in listing ? listing : undefined
  const exports = exportLinks(listingAddress(side, query), context.language)
  return {
    title: t(`${side}s:list.title`),
    search: searchLine(context),
    actions: mayPost
      ? [{ href: paths.newPosting(side), text: t(`navigation.post-${side}`), primary: true }]
      : [],
    chosen: chosenValues({ ...context, nameOf: counted?.nameOf }),
    clear: paths.postings(side),
    found: { ...foundPart(listing, context), ...(counted && countedPart(counted, context)) },
    ...(counted
      ? {
          sorts: sortChoices(context),
          exports: { ...exports, alert: alertAddress(context) },
          feed: { title: t(`${side}s:list.title`), href: exports.atom },
        }
      : { notice: awayNotice(t) }),
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
  tone: 'warning',
  heading: t('postings:search.away-title'),
  text: t('postings:search.away'),
})

function foundPart<P extends Posting>(
  { items, nextCursor, seenBefore }: StoredListing<P>,
  context: ListingContext,
) {
  const { side, query, language, t } = context
  return {
    total: t('postings:search.newest'),
    isEmpty: items.length === 0,
    cards: items.map(({ posting, status, organisation, marked }) =>
      postingCard(posting, {
        ...{ href: paths.posting(posting), organisation, language, t, marked },
        state: status,
      }),
    ),
    pages: (seenBefore > 0 || nextCursor) && pages({ items, nextCursor, seenBefore }, side, query),
    help: helpPart(items.length === 0, context),
  }
}

/** The way back to a page before is the browser's own; here is the one to the first. */
const pages = ({ seenBefore, nextCursor }: StoredListing<Posting>, side: Side, query: PostingQuery) => ({
  first: seenBefore > 0 ? listingAddress(side, query) : undefined,
  next: nextCursor ? pageAddress(side, query, nextCursor) : undefined,
})

/** What only the search server can tell. */
function countedPart<P extends Posting>(listing: Listing<P>, context: ListingContext) {
  const { side, listed, t } = context
  const { items, total, seenBefore, nameOf, facets } = listing
  const range = { first: seenBefore + 1, last: seenBefore + items.length, total }
  return {
    total: t(`${side}s:list.total`, { count: total }),
    position: items.length > 0 ? t('postings:position', range) : undefined,
    groups: [statusGroup(context, listed), ...facetGroups(facets, { ...context, nameOf })],
  }
}

/** The model of `views/components/search-help.hbs`. */
function helpPart(isEmpty: boolean, context: ListingContext) {
  const { side, t, help } = context
  const isOfUse = isEmpty || help?.onlySomeWords || help?.meant || help?.otherSide
  if (!isOfUse) return undefined
  const other = side === 'offer' ? 'need' : 'offer'
  return {
    ...(isEmpty ? emptyWords(context) : { text: help?.onlySomeWords && t('postings:help.some-words') }),
    meant: help?.meant && [{ ...help.meant.meaning, href: listingAddress(side, help.meant.query) }],
    fewer: help?.fewer.map(({ chosen: { label, href }, count }) => ({ label, href, count })),
    elsewhere: help?.otherSide ? [elsewhere(other, help.otherSide, context)] : [],
  }
}

function emptyWords(context: ListingContext) {
  const { side, t } = context
  const isNarrowed = chosenValues(context).length > 0
  return {
    heading: t(`${side}s:list.empty`),
    text: t(`postings:empty.${isNarrowed ? 'chosen' : 'none'}`),
  }
}

/** Where the search is saved as an alert rule; one for closed ones would never hear of anything. */
function alertAddress({ side, query, mayHear }: ListingContext): string | undefined {
  const isOfOpen = query.status.length === 0 || query.status.includes('open')
  const search = listingAddress(side, query, { status: undefined, sort: undefined, limit: undefined })
  return mayHear && isOfOpen ? paths.newAlertRule(search) : undefined
}

const elsewhere = (side: Side, count: number, { query, t }: ListingContext) => ({
  href: listingAddress(side, { ...query, status: [] }),
  text: t(`postings:help.other-${side}`, { count }),
})

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
  const limit = query.limit === usualLimit ? [] : [query.limit]
  const kept = { ...query, limit }
  return [...facetParameters, 'status' as const, 'limit' as const].flatMap((name) =>
    kept[name].map((value) => ({ name, value: String(value) })),
  )
}
