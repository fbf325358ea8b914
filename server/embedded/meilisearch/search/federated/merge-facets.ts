import { MeilisearchError } from '../../errors.ts'
import type { Settings } from '../../settings/settings.ts'
import { facetOrder } from '../facets.ts'
import type { FacetCounts, FacetStats } from '../facets.ts'

export type IndexFacets = { uid: string; settings: Settings; distribution: FacetCounts; stats: FacetStats }

/** Counts the facets of several indexes together. Refuses facets that their indexes put in different orders. */
export function mergeFacets(all: IndexFacets[], maxValuesPerFacet: number) {
  const names = [...new Set(all.flatMap(({ distribution }) => Object.keys(distribution)))].sort()
  const counted = names.map((name): [string, Record<string, number>] => [
    name,
    mergedCounts(name, all, maxValuesPerFacet),
  ])
  const ranges = names.flatMap((name) => {
    const stats = all.flatMap((each) => each.stats[name] ?? [])
    if (stats.length === 0) return []
    const min = Math.min(...stats.map((each) => each.min))
    const max = Math.max(...stats.map((each) => each.max))
    return [[name, { min, max }] as const]
  })
  return { facetDistribution: Object.fromEntries(counted), facetStats: Object.fromEntries(ranges) }
}

function mergedCounts(name: string, all: IndexFacets[], most: number): Record<string, number> {
  const order = orderOf(name, all)
  const counts = new Map<string, number>()
  for (const { distribution } of all) {
    for (const [value, count] of Object.entries(distribution[name] ?? {}))
      counts.set(value, (counts.get(value) ?? 0) + count)
  }
  const sorted = [...counts].sort(([one, few], [other, many]) =>
    order === 'count' && few !== many ? many - few : one < other ? -1 : 1,
  )
  return Object.fromEntries(sorted.slice(0, most))
}

const spoken = { alpha: 'alphabetically', count: 'by count' }

function orderOf(name: string, all: IndexFacets[]): 'alpha' | 'count' {
  const [first, ...rest] = all.filter(({ distribution }) => Object.hasOwn(distribution, name))
  const order = facetOrder(first!.settings.faceting, name)
  const other = rest.find(({ settings }) => facetOrder(settings.faceting, name) !== order)
  if (!other) return order
  const orders = `index \`${first!.uid}\` orders ${spoken[order]}, but index \`${other.uid}\` orders ${spoken[facetOrder(other.settings.faceting, name)]}`
  const hint =
    'Remove `federation.mergeFacets` or change `faceting.sortFacetValuesBy` to be consistent in settings.'
  const message = `Inconsistent order for values in facet \`${name}\`: ${orders}.\n - Hint: ${hint}`
  throw new MeilisearchError('invalid_multi_search_facet_order', message)
}
