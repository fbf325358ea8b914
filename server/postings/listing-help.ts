import { unlessAway } from '../search/away.ts'
import { countHits } from '../search/count-hits.ts'
import { didYouMean, type Meaning } from '../search/did-you-mean.ts'
import type { Listing } from './list-postings.ts'
import { chosenValues, type ChosenValue, type ListingReader } from './listing-facets.ts'
import { lenientQuery, type PostingQuery } from './posting-query.ts'
import type { Posting } from './posting.ts'
import { postingSearch } from './search-postings.ts'
import type { SideOfSite } from './side-of-site.ts'

/** A way out for who found little or nothing. */
export interface ListingHelp {
  /** there are hits, and none has all the words */
  onlySomeWords: boolean
  /** another wording; among all that is open where the choices leave nothing of it */
  meant: { meaning: Meaning; query: PostingQuery } | null
  /** what each choice keeps away: the listing without it and how many that has */
  fewer: { chosen: ChosenValue; count: number }[]
  /** how many the same search has among the postings of the other side */
  otherSide: number
}

const few = 3

/** `undefined` where there is enough, on a later page, and where the search server has gone meanwhile. */
export async function listingHelp<P extends Posting>(
  site: SideOfSite<P>,
  listing: Listing<P>,
  reader: ListingReader,
): Promise<ListingHelp | undefined> {
  const { query } = reader
  const isPoor = listing.total < few || (query.q !== '' && listing.withAllWords === 0)
  if (!isPoor || listing.seenBefore > 0) return undefined
  const chosen = listing.total === 0 ? chosenValues(reader) : []
  return (await unlessAway(gather(site, listing, query, chosen))) ?? undefined
}

async function gather<P extends Posting>(
  site: SideOfSite<P>,
  { total, withAllWords }: Listing<P>,
  query: PostingQuery,
  chosen: ChosenValue[],
): Promise<ListingHelp> {
  const { search, side, clock } = site
  const now = clock.now()
  const other = postingSearch(side === 'offer' ? 'need' : 'offer', { ...query, status: [] }, now)
  const without = chosen.length > 1 ? chosen : []
  const searches = [other, ...without.map((one) => postingSearch(side, one.without, now))]
  const [meant, [otherSide = 0, ...counts]] = await Promise.all([
    query.q ? unlessAway(anotherWording(site, query, withAllWords, now)) : null,
    countHits(search, searches),
  ])
  const fewer = without.map((one, index) => ({ chosen: one, count: counts[index] ?? 0 }))
  return {
    ...{ meant, otherSide, onlySomeWords: total > 0 && withAllWords === 0 },
    fewer: fewer.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count),
  }
}

async function anotherWording<P extends Posting>(
  { search, side }: SideOfSite<P>,
  query: PostingQuery,
  withAllWords: number,
  now: Date,
) {
  const bare = lenientQuery({ q: query.q })
  for (const asked of [query, bare]) {
    const meaning = await didYouMean(search, postingSearch(side, asked, now), withAllWords)
    if (meaning) return { meaning, query: { ...asked, q: meaning.q } }
  }
  return null
}
