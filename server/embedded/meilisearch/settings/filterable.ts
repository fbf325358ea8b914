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

/** The features of the first rule that covers the field, undefined where none does. */
export function featuresOf(settings: Settings, path: string): FilterFeatures | undefined {
  for (const rule of settings.filterableAttributes) {
    if (typeof rule === 'string' && covers(rule, path)) return everything
    if (typeof rule !== 'string' && rule.attributePatterns.some((pattern) => covers(pattern, path)))
      return rule.features
  }
  return undefined
}
