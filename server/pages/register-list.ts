import type { TFunction } from 'i18next'
import { exportLinks } from '../exports/export-links.ts'
import { namesIn, type PostingNames } from '../postings/posting-names.ts'
import { facetGroup, regionGroup, type FacetGroup } from '../search/facet-group.ts'
import type { Facets, FacetValue } from '../search/faceted-search.ts'
import type { SearchPage } from '../search/search-page.ts'
import type { StoredPage } from '../search/stored-page.ts'
import { GROUPS, regionsOf } from '../vocabulary/places.ts'
import { addressWith, type Parameters } from '../web/address.ts'

type Choices<Name extends string> = Record<Name, readonly (string | number)[]>
type PlaceName = 'region' | 'group' | 'country'

/** The state of a register's list, as its address has it. */
type RegisterQuery<Name extends string> = Choices<Name | PlaceName> & {
  q: string
  sort?: string | undefined
  limit: number
}

/** One register of the site as its list page needs it. */
export interface Register<T, Name extends string> {
  /** of its texts */
  words: 'organisations' | 'partnerships'
  path: string
  query: RegisterQuery<Name>
  /** the parameters that choose, in the order of the page */
  facets: readonly Name[]
  /** a value in words; none for one that is not to be chosen */
  label(name: Name, value: string, names: PostingNames): string | undefined
  sorts: readonly string[]
  /** the order in use */
  sort: string
  card(one: T, marked: Record<string, string>): object
}

interface Reader {
  language: string
  t: TFunction
}

const usualLimit = 20

/** The model of `views/components/search-page.hbs`; a stored page stands for what the search server would have found. */
export function registerList<T, Name extends string>(
  page: SearchPage<T, Name> | StoredPage<T>,
  register: Register<T, Name>,
  { language, t }: Reader,
) {
  const { words, path, query, card } = register
  const names = namesIn(language)
  const counted = 'facets' in page ? page : undefined
  const chosen = chosenValues(register, names)
  const exports = exportLinks(addressOf(register), language)
  const { items, seenBefore, nextCursor } = page
  return {
    title: t(`${words}:list.title`),
    lead: t(`${words}:list.lead`),
    search: {
      ...{ href: path, q: query.q, kept: keptState(register) },
      label: t('postings:search.label'),
      hint: t(`${words}:list.hint`),
    },
    ...{ chosen, clear: path },
    sorts: counted && sortChoices(register, t),
    notice: counted ? undefined : awayNotice(t),
    exports: counted && exports,
    feed: { title: t(`${words}:list.title`), href: exports.atom },
    found: {
      total: counted ? t(`${words}:list.total`, { count: counted.total }) : t(`${words}:list.title`),
      isEmpty: items.length === 0,
      cards: items.map(({ shown, marked }) => card(shown, marked)),
      groups: counted && facetGroups(counted.facets, register, names, t),
      help: items.length > 0 ? undefined : emptyHelp(words, chosen.length > 0, t),
      pages: (seenBefore > 0 || nextCursor) && {
        first: seenBefore > 0 ? addressOf(register) : undefined,
        next: nextCursor ? addressOf(register, { cursor: nextCursor }) : undefined,
        position: counted && positionOf(counted, t),
      },
    },
  }
}

/** The address of the list with some of its state changed; it opens at the first page. */
export function addressOf<T, Name extends string>(
  { path, query, facets }: Register<T, Name>,
  changes: Parameters = {},
): string {
  const choices = facets.map((name) => [name, query[name].map(String)])
  const limit = query.limit === usualLimit ? undefined : query.limit
  return addressWith(path, {
    q: query.q,
    ...Object.fromEntries(choices),
    sort: query.sort,
    limit,
    ...changes,
  })
}

function facetGroups<T, Name extends string>(
  counts: Facets<Name>,
  register: Register<T, Name>,
  names: PostingNames,
  t: TFunction,
): FacetGroup[] {
  return register.facets.map((name) => {
    const words = {
      parameter: name,
      name: t(`${register.words}:facet.${name}`),
      label: (value: string) => register.label(name, value, names) ?? value,
      href: (values: string[]) => addressOf(register, { [name]: values }),
      compare: names.compare,
    }
    const values = counts[name].filter((one) => isShown(name, one, register, names))
    if (name === 'region') return regionGroup(values, words)
    return facetGroup(name === 'group' ? inOrder(values) : values, words)
  })
}

/** Countries roll up: within a region or group only its own are left to choose. */
function isShown<T, Name extends string>(
  name: Name,
  { value, selected }: FacetValue,
  { query, label }: Register<T, Name>,
  names: PostingNames,
): boolean {
  if (selected) return true
  if (label(name, value, names) === undefined) return false
  if (name !== 'country') return true
  const around = [query.region, query.group].filter((codes) => codes.length > 0)
  return around.every((codes) => regionsOf(value).some((code) => codes.includes(code)))
}

const inOrder = (values: FacetValue[]): FacetValue[] =>
  GROUPS.flatMap((code) => values.filter(({ value }) => value === code))

/** What is chosen, each with the list without it. */
function chosenValues<T, Name extends string>(register: Register<T, Name>, names: PostingNames) {
  const { query, facets, label } = register
  const texts = query.q ? [{ label: `“${query.q}”`, href: addressOf(register, { q: undefined }) }] : []
  const values = facets.flatMap((name) =>
    query[name].map(String).map((value, _, all) => ({
      label: label(name, value, names) ?? value,
      href: addressOf(register, { [name]: all.filter((other) => other !== value) }),
    })),
  )
  return [...texts, ...values]
}

/** The best fit is a matter of what was typed. */
function sortChoices<T, Name extends string>(register: Register<T, Name>, t: TFunction) {
  return register.sorts
    .filter((sort) => sort !== 'relevance' || register.query.q)
    .map((sort) => ({
      text: t(`${register.words}:sort.${sort}`),
      href: addressOf(register, { sort }),
      current: sort === register.sort,
    }))
}

/** What a search keeps of the state; another search begins with the best fit again. */
const keptState = <T, Name extends string>({ query, facets }: Register<T, Name>) =>
  facets.flatMap((name) => query[name].map((value) => ({ name, value: String(value) })))

const awayNotice = (t: TFunction) => ({
  tone: 'warning',
  heading: t('postings:search.away-title'),
  text: t('postings:search.away'),
})

const emptyHelp = (words: string, isNarrowed: boolean, t: TFunction) => ({
  heading: t(`${words}:list.empty`),
  text: t(`${words}:empty.${isNarrowed ? 'chosen' : 'none'}`),
})

const positionOf = ({ items, seenBefore, total }: SearchPage<unknown>, t: TFunction): string =>
  items.length > 0
    ? t('postings:position', { first: seenBefore + 1, last: seenBefore + items.length, total })
    : ''
