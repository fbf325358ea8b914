import { isDeepStrictEqual } from 'node:util'
import type { Settings } from 'meilisearch'

/** Lists whose order means nothing; the server may give them back in another one. */
const unordered = [
  'filterableAttributes',
  'sortableAttributes',
  'displayedAttributes',
  'stopWords',
  'dictionary',
]

/** They shape how documents are stored, so that the server works through all of them when one changes. */
const shaping = [
  'searchableAttributes',
  'filterableAttributes',
  'sortableAttributes',
  'localizedAttributes',
  'stopWords',
  'separatorTokens',
  'nonSeparatorTokens',
  'dictionary',
  'prefixSearch',
  'facetSearch',
  'proximityPrecision',
]

/** Names of the wanted settings that the present ones differ in. */
export function settingDifferences(present: Settings, wanted: Settings): string[] {
  return Object.entries(wanted)
    .filter(([name, value]) => !isSame(name, present[name as keyof Settings], value))
    .map(([name]) => name)
}

/** Whether a change of these settings is one that an index is built anew for, beside the one in use. */
export const needsRebuild = (names: string[]): boolean => names.some((name) => shaping.includes(name))

function isSame(name: string, present: unknown, wanted: unknown): boolean {
  if (!unordered.includes(name)) return isDeepStrictEqual(present, wanted)
  return isDeepStrictEqual([...(present as string[])].sort(), [...(wanted as string[])].sort())
}
