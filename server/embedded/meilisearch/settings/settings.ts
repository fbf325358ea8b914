import type { FilterableRule } from './filterable.ts'

export type TypoTolerance = {
  enabled: boolean
  minWordSizeForTypos: { oneTypo: number; twoTypos: number }
  disableOnWords: string[]
  disableOnAttributes: string[]
  disableOnNumbers: boolean
}

export type Faceting = { maxValuesPerFacet: number; sortFacetValuesBy: Record<string, 'alpha' | 'count'> }

/** The settings of an index, complete, in the order in which the original lists them. */
export type Settings = {
  displayedAttributes: string[]
  searchableAttributes: string[]
  filterableAttributes: FilterableRule[]
  sortableAttributes: string[]
  foreignKeys: never[]
  rankingRules: string[]
  stopWords: string[]
  nonSeparatorTokens: string[]
  separatorTokens: string[]
  dictionary: string[]
  synonyms: Record<string, string[]>
  distinctAttribute: string | null
  proximityPrecision: 'byWord' | 'byAttribute'
  typoTolerance: TypoTolerance
  faceting: Faceting
  pagination: { maxTotalHits: number }
  embedders: Record<string, never>
  searchCutoffMs: number | null
  localizedAttributes: { attributePatterns: string[]; locales: string[] }[] | null
  facetSearch: boolean
  prefixSearch: 'indexingTime' | 'disabled'
}

export type SettingName = keyof Settings

/** What an update names; `null` resets to the default. Objects are merged where the original merges them. */
export type SettingsUpdate = { [Name in SettingName]?: unknown }

export const defaultSettings: Settings = {
  displayedAttributes: ['*'],
  searchableAttributes: ['*'],
  filterableAttributes: [],
  sortableAttributes: [],
  foreignKeys: [],
  rankingRules: ['words', 'typo', 'proximity', 'attributeRank', 'sort', 'wordPosition', 'exactness'],
  stopWords: [],
  nonSeparatorTokens: [],
  separatorTokens: [],
  dictionary: [],
  synonyms: {},
  distinctAttribute: null,
  proximityPrecision: 'byWord',
  typoTolerance: {
    enabled: true,
    minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 },
    disableOnWords: [],
    disableOnAttributes: [],
    disableOnNumbers: false,
  },
  faceting: { maxValuesPerFacet: 100, sortFacetValuesBy: { '*': 'alpha' } },
  pagination: { maxTotalHits: 1000 },
  embedders: {},
  searchCutoffMs: null,
  localizedAttributes: null,
  facetSearch: true,
  prefixSearch: 'indexingTime',
}

export const settingNames = Object.keys(defaultSettings) as SettingName[]

const merged = new Set<SettingName>(['typoTolerance', 'faceting', 'pagination'])

/** The settings after a checked update. */
export function updated(settings: Settings, update: SettingsUpdate): Settings {
  const changes = Object.entries(update).map(([key, value]) => {
    const name = key as SettingName
    if (value === null) return [name, defaultSettings[name]]
    return [name, merged.has(name) ? mergedValue(settings[name], value, defaultSettings[name]) : value]
  })
  return { ...settings, ...Object.fromEntries(changes) }
}

/** Merges field by field; a `null` inside resets that field. */
function mergedValue(present: unknown, change: unknown, fallback: unknown): unknown {
  const result = { ...(present as Record<string, unknown>) }
  const defaults = fallback as Record<string, unknown>
  for (const [field, value] of Object.entries(change as Record<string, unknown>)) {
    if (value === null) result[field] = defaults[field]
    else if (field === 'minWordSizeForTypos')
      result[field] = mergedValue(result[field], value, defaults[field])
    else if (field === 'sortFacetValuesBy') result[field] = { '*': 'alpha', ...(value as object) }
    else result[field] = value
  }
  return result
}

const indexed: SettingName[] = [
  'searchableAttributes',
  'filterableAttributes',
  'sortableAttributes',
  'rankingRules',
  'stopWords',
  'nonSeparatorTokens',
  'separatorTokens',
  'dictionary',
  'distinctAttribute',
]

/** Whether documents have to be indexed anew after the change. */
export function needsRebuild(before: Settings, after: Settings): boolean {
  return indexed.some((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
}
