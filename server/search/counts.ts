import type { SearchParams, SearchResponse } from 'meilisearch'
import { isOneOf, type Filters } from './filter.ts'
import type { Facet, Facets, FacetedSearch } from './faceted-search.ts'

export interface Counts<Name extends string = string> {
  /** of the whole search, exact */
  total: number
  facets: Facets<Name>
  /** how many of them have every word that was typed */
  withAllWords: number
}

type Query = Omit<SearchParams, 'q'> & { q: string }
type Counted = Pick<SearchResponse, 'facetDistribution'> & { totalHits?: number }

/**
 * The questions that `readCounts` reads the answers of. Values of one facet widen the result, facets narrow one
 * another; a facet's own counts leave its own choice aside, so that one can see what else there is.
 */
export function countQueries<Name extends string>(search: FacetedSearch<Name>): Query[] {
  const { q, facets } = search
  const names = namesOf(facets)
  const free = names.filter((name) => facets[name].chosen.length === 0)
  const chosen = names.filter((name) => !free.includes(name))
  const counting = { q, hitsPerPage: 0 }
  return [
    { ...counting, filter: filtersOf(search), facets: attributesOf(free, facets) },
    ...(q ? [{ ...counting, filter: filtersOf(search), matchingStrategy: 'all' as const }] : []),
    ...chosen.map((name) => ({
      ...counting,
      filter: filtersOf({ ...search, facets: { ...facets, [name]: { ...facets[name], chosen: [] } } }),
      facets: attributesOf([name], facets),
    })),
  ]
}

export function readCounts<Name extends string>(
  { q, facets }: FacetedSearch<Name>,
  [all, ...rest]: Counted[],
): Counts<Name> {
  const [withAllWords, ...others] = q ? rest : [all, ...rest]
  const names = namesOf(facets)
  const chosen = names.filter((name) => facets[name].chosen.length > 0)
  const countedFor = (name: Name) => others[chosen.indexOf(name)] ?? all
  const values = names.map((name) => [name, valuesOf(facets[name], countedFor(name))])
  return {
    total: all?.totalHits ?? 0,
    withAllWords: withAllWords?.totalHits ?? 0,
    facets: Object.fromEntries(values) as Facets<Name>,
  }
}

/** What every hit of a search satisfies. */
export const filtersOf = ({ filter, facets }: FacetedSearch): Filters => [
  ...filter,
  ...Object.values(facets)
    .filter(({ chosen }) => chosen.length > 0)
    .map(facetFilter),
]

function facetFilter({ attribute, chosen, orElse }: Facet): string | string[] {
  const filter = isOneOf(attribute, chosen)
  return orElse === undefined ? filter : [filter, `${orElse} = true`]
}

/** The commonest first; what is chosen is among them even where it has no hit of its own. */
function valuesOf({ attribute, chosen, orElse = '' }: Facet, counted: Counted | undefined) {
  const counts = counted?.facetDistribution?.[attribute] ?? {}
  const fitsAny = counted?.facetDistribution?.[orElse]?.true ?? 0
  const selected = chosen.map(String)
  const missing = selected.filter((value) => counts[value] === undefined)
  return [...Object.entries(counts), ...missing.map((value) => [value, 0] as const)]
    .map(([value, count]) => ({ value, count: count + fitsAny, selected: selected.includes(value) }))
    .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value))
}

const namesOf = <Name extends string>(facets: Record<Name, Facet>) => Object.keys(facets) as Name[]

const attributesOf = <Name extends string>(names: Name[], facets: Record<Name, Facet>): string[] => [
  ...new Set(names.flatMap((name) => [facets[name].attribute, facets[name].orElse ?? []].flat())),
]
