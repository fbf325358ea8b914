import type { TFunction } from 'i18next'
import type { PostingNames } from '../postings/posting-names.ts'
import type { FacetedSearch } from '../search/faceted-search.ts'
import { addressWith, type Parameters } from '../web/address.ts'

type PlaceName = 'region' | 'group' | 'country'

/** The state of a register's list, as its address has it. */
export type RegisterQuery<Name extends string> = Record<Name | PlaceName, readonly (string | number)[]> & {
  q: string
  sort?: string | undefined
  limit: number
  cursor?: string | undefined
}

/** One register of the site as its list page and its files need it. */
export interface Register<T, Name extends string, Query extends RegisterQuery<Name> = RegisterQuery<Name>> {
  /** of its texts */
  words: 'organisations' | 'partnerships'
  path: string
  query: Query
  /** the parameters that choose, in the order of the page */
  facets: readonly Name[]
  /** a value in words; none for one that is not to be chosen */
  label(name: Name, value: string, names: PostingNames): string | undefined
  sorts: readonly string[]
  /** the order in use */
  sort: string
  /** what the index is asked at this moment, in unix seconds */
  search(query: Query, now: number): FacetedSearch<Name>
  card(one: T, marked: Record<string, string>): object
}

export interface Reader {
  language: string
  t: TFunction
}

/** What lists need of a register, whatever it holds. */
export type AnyRegister<Name extends string> = Pick<
  Register<never, Name>,
  'words' | 'path' | 'facets' | 'label' | 'sorts' | 'sort'
> & { query: RegisterQuery<Name> }

const usualLimit = 20

/** The address of the list with some of its state changed; it opens at the first page. */
export function addressOf<Name extends string>(
  { path, query, facets }: AnyRegister<Name>,
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

/** What is chosen, each with the list without it. */
export function chosenValues<Name extends string>(
  register: AnyRegister<Name>,
  names: PostingNames,
  t: TFunction,
) {
  const { query, facets, label } = register
  const texts = query.q
    ? [
        {
          label: t('facets.words', { q: query.q }),
          without: { q: '' },
          href: addressOf(register, { q: undefined }),
        },
      ]
    : []
  const values = facets.flatMap((name) =>
    query[name].map((value) => {
      const rest = query[name].filter((other) => other !== value)
      return {
        label: label(name, String(value), names) ?? String(value),
        without: { [name]: rest },
        href: addressOf(register, { [name]: rest.map(String) }),
      }
    }),
  )
  return [...texts, ...values]
}
