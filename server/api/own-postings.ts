import type { Account } from '../accounts/account.ts'
import type { Listing } from '../postings/list-postings.ts'
import { isAnywhere, type Posting } from '../postings/posting.ts'
import { isOfFit, readCursor, writeCursor, type ValueCursor } from '../search/cursor.ts'
import type { PostingQuery } from '../postings/posting-query.ts'
import type { SideOfSite } from '../postings/side-of-site.ts'
import { expandPlaces, regionsOf } from '../vocabulary/places.ts'

type Answer<P> = Pick<Listing<P>, 'items' | 'total' | 'nextCursor'> & { facets: Record<string, never> }

/** The moment of posting in milliseconds, and the id. */
type Place = Pick<ValueCursor, 'value' | 'id'>

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
    .map((posting) => ({ posting, status: site.statusOf(posting, now), organisation, marked: {} }))
    .filter(({ posting, status }) => query.status.includes(status) && isAskedFor(posting, query))
    .sort((a, b) => newestFirst(placeOf(a.posting), placeOf(b.posting)))
  const begin = query.cursor ? readCursor(query.cursor) : undefined
  const rest = begin && !isOfFit(begin) ? found.filter(({ posting }) => isBehind(begin, posting)) : found
  const items = rest.slice(0, query.limit)
  const last = items.at(-1)?.posting
  const nextCursor =
    last && items.length < rest.length ? writeCursor({ order: 'own', seen: 0, ...placeOf(last) }) : null
  return { items, facets: {}, total: found.length, nextCursor }
}

const placeOf = ({ id, createdAt }: Posting): Place => ({ id, value: createdAt.getTime() })

const isBehind = (place: Place, posting: Posting): boolean => newestFirst(place, placeOf(posting)) < 0

const newestFirst = (a: Place, b: Place): number =>
  Number(b.value) - Number(a.value) || b.id.localeCompare(a.id)

function isAskedFor(posting: Posting, query: PostingQuery): boolean {
  const countries = expandPlaces(posting)
  return (
    among(query.type, posting.contributionTypes) &&
    among(query.sdg, posting.sdgs) &&
    among(query.language, [posting.language]) &&
    (isAnywhere(posting) ||
      (among(query.country, countries) &&
        among(query.region, countries.flatMap(regionsOf)) &&
        among<string>(query.group, countries.flatMap(regionsOf)))) &&
    among(query.organisation, [posting.organisationId]) &&
    contains(posting, query.q)
  )
}

const among = <T>(asked: T[], given: T[]): boolean =>
  asked.length === 0 || asked.some((one) => given.includes(one))

const contains = ({ title, description }: Posting, q: string): boolean =>
  `${title} ${description}`.toLocaleLowerCase().includes(q.toLocaleLowerCase())
