import type { SearchIndex } from '../index/search-index.ts'
import type { StringColumn } from '../index/strings.ts'
import type { Faceting } from '../settings/settings.ts'
import { countStrings, countValues } from './facet-counter.ts'

export type FacetCounts = Record<string, Record<string, number>>
export type FacetStats = Record<string, { min: number; max: number }>

type Count = { key: string; label: string; count: number }

/** How often each value of each facet occurs in the documents, and the range of its numbers. */
export function facetsOf(index: SearchIndex, facets: string[], documents: number[], faceting: Faceting) {
  const counts: [string, Record<string, number>][] = []
  const stats: [string, { min: number; max: number }][] = []
  for (const name of facets) {
    const column = index.columns.get(name)
    const numbers = column ? countValues(column.numbers, documents) : new Map<number, number>()
    const all = column ? [...numberCounts(numbers), ...stringCounts(column.strings, documents)] : []
    counts.push([name, distribution(all, facetOrder(faceting, name), faceting.maxValuesPerFacet)])
    if (numbers.size > 0) stats.push([name, range(numbers)])
  }
  const facetDistribution: FacetCounts = Object.fromEntries(counts)
  const facetStats: FacetStats = Object.fromEntries(stats)
  return { facetDistribution, facetStats }
}

function numberCounts(numbers: Map<number, number>): Count[] {
  return [...numbers]
    .sort(([one], [other]) => one - other)
    .map(([value, count]) => ({ key: String(value), label: String(value), count }))
}

/** In the order of the folded values. */
export function stringCounts(strings: StringColumn, documents: readonly number[]): Count[] {
  const counts = countStrings(strings, documents)
  const present = strings.values.map(({ folded, label }, place) => ({
    key: folded,
    label,
    count: counts[place]!,
  }))
  return present.filter(({ count }) => count > 0).sort(byKey)
}

function byKey(one: Count, other: Count): number {
  return one.key < other.key ? -1 : one.key > other.key ? 1 : 0
}

/** How the values of a facet are ordered. */
export function facetOrder({ sortFacetValuesBy }: Faceting, name: string): 'alpha' | 'count' {
  const own = Object.hasOwn(sortFacetValuesBy, name) ? sortFacetValuesBy[name] : undefined
  return own ?? sortFacetValuesBy['*'] ?? 'alpha'
}

function distribution(all: Count[], order: 'alpha' | 'count', most: number): Record<string, number> {
  const ordered = order === 'count' ? all.sort((one, other) => other.count - one.count) : all
  return Object.fromEntries(ordered.slice(0, most).map(({ label, count }) => [label, count]))
}

function range(numbers: Map<number, number>): { min: number; max: number } {
  let [min, max] = [Infinity, -Infinity]
  for (const value of numbers.keys()) [min, max] = [Math.min(min, value), Math.max(max, value)]
  return { min, max }
}
