import type { TFunction } from 'i18next'
import { exportLinks } from '../exports/export-links.ts'
import { namesIn, type PostingNames } from '../postings/posting-names.ts'
import { facetGroup, regionGroup, type FacetGroup } from '../search/facet-group.ts'
import type { Facets, FacetValue } from '../search/faceted-search.ts'
import type { SearchPage } from '../search/search-page.ts'
import type { StoredPage } from '../search/stored-page.ts'
import { GROUPS, regionsOf } from '../vocabulary/places.ts'
import {
  addressOf,
  chosenValues,
  type AnyRegister,
  type Reader,
  type Register,
  type RegisterQuery,
} from './register.ts'
import type { RegisterHelp } from './register-help.ts'

/** The model of `views/components/search-page.hbs`; a stored page stands for what the search server would have found. */
export function registerList<T, Name extends string, Query extends RegisterQuery<Name>>(
  page: SearchPage<T, Name> | StoredPage<T>,
  register: Register<T, Name, Query>,
  { language, t }: Reader,
  help: RegisterHelp | null | undefined,
) {
  const { words, path } = register
  const names = namesIn(language)
  const counted = 'facets' in page ? page : undefined
  const chosen = chosenValues(register, names, t)
  const exports = counted && exportLinks(addressOf(register), language)
  return {
    title: t(`${words}:list.title`),
    lead: t(`${words}:list.lead`),
    search: searchLine(register, t),
    ...{ chosen, clear: path, exports },
    feed: exports && { title: t(`${words}:list.title`), href: exports.atom },
    sorts: counted && sortChoices(register, t),
    notice: counted ? undefined : awayNotice(t),
    found: {
      ...foundPart(page, register, t),
      groups: counted && facetGroups(counted.facets, register, names, t),
      help: helpPart(page, words, chosen.length > 0, t, help),
    },
  }
}

const searchLine = <Name extends string>(register: AnyRegister<Name>, t: TFunction) => ({
  href: register.path,
  q: register.query.q,
  kept: keptState(register),
  label: t('postings:search.label'),
  hint: t(`${register.words}:list.hint`),
})

function foundPart<T, Name extends string, Query extends RegisterQuery<Name>>(
  page: SearchPage<T, Name> | StoredPage<T>,
  register: Register<T, Name, Query>,
  t: TFunction,
) {
  const { items, seenBefore, nextCursor } = page
  const total = 'facets' in page ? page.total : undefined
  const range = { first: seenBefore + 1, last: seenBefore + items.length, total }
  return {
    total:
      total === undefined
        ? t(`${register.words}:list.title`)
        : t(`${register.words}:list.total`, { count: total }),
    isEmpty: items.length === 0,
    cards: items.map(({ shown, marked }) => register.card(shown, marked)),
    pages: (seenBefore > 0 || nextCursor) && {
      first: seenBefore > 0 ? addressOf(register) : undefined,
      next: nextCursor ? addressOf(register, { cursor: nextCursor }) : undefined,
      position: total !== undefined && items.length > 0 ? t('postings:position', range) : '',
    },
  }
}

function facetGroups<Name extends string>(
  counts: Facets<Name>,
  register: AnyRegister<Name>,
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
function isShown<Name extends string>(
  name: Name,
  { value, selected }: FacetValue,
  { query, label }: AnyRegister<Name>,
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

/** The best fit is a matter of what was typed. */
function sortChoices<Name extends string>(register: AnyRegister<Name>, t: TFunction) {
  return register.sorts
    .filter((sort) => sort !== 'relevance' || register.query.q)
    .map((sort) => ({
      text: t(`${register.words}:sort.${sort}`),
      href: addressOf(register, { sort }),
      current: sort === register.sort,
    }))
}

/** What a search keeps of the state; another search begins with the best fit again. */
const keptState = <Name extends string>({ query, facets }: AnyRegister<Name>) =>
  facets.flatMap((name) => query[name].map((value) => ({ name, value: String(value) })))

const awayNotice = (t: TFunction) => ({
  tone: 'warning',
  heading: t('postings:search.away-title'),
  text: t('postings:search.away'),
})

/** The model of `views/components/search-help.hbs`. */
function helpPart(
  { items }: { items: unknown[] },
  words: string,
  isNarrowed: boolean,
  t: TFunction,
  help: RegisterHelp | null | undefined,
) {
  const nothing = {
    heading: t(`${words}:list.empty`),
    text: t(`${words}:empty.${isNarrowed ? 'chosen' : 'none'}`),
  }
  if (items.length === 0) return { ...help, ...nothing }
  return help?.text || help?.meant ? help : undefined
}
