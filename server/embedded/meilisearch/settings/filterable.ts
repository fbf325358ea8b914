import { covers } from '../index/flatten.ts'
import type { Settings } from './settings.ts'

/** What a field allows; a plain string in `filterableAttributes` allows all. */
export type FilterFeatures = { facetSearch: boolean; filter: { equality: boolean; comparison: boolean } }
export type FilterableRule = string | { attributePatterns: string[]; features: FilterFeatures }

const everything: FilterFeatures = { facetSearch: true, filter: { equality: true, comparison: true } }

export function filterablePatterns(settings: Settings): string[] {
  return settings.filterableAttributes.flatMap((rule) =>
    typeof rule === 'string' ? rule : rule.attributePatterns,
  )
}

/** The features of the first rule that covers the field and its place, undefined where none does. */
export function ruleOf(
  settings: Settings,
  path: string,
): { features: FilterFeatures; place: number } | undefined {
  const place = settings.filterableAttributes.findIndex((rule) =>
    (typeof rule === 'string' ? [rule] : rule.attributePatterns).some((pattern) => covers(pattern, path)),
  )
  const rule = settings.filterableAttributes[place]
  if (rule === undefined) return undefined
  return { features: typeof rule === 'string' ? everything : rule.features, place }
}

export function featuresOf(settings: Settings, path: string): FilterFeatures | undefined {
  return ruleOf(settings, path)?.features
}

/** The patterns of fields whose values can be searched, in their order. */
export function facetPatterns({ filterableAttributes }: Settings): string[] {
  return filterableAttributes
    .flatMap((rule) => {
      if (typeof rule === 'string') return rule
      return rule.features.facetSearch ? rule.attributePatterns : []
    })
    .sort()
}
