import { isObject } from '../json.ts'
import type { Json } from '../json.ts'
import { unknownField, unknownValue, wrongType, wrongValue } from '../misfits.ts'
import { locales } from './locales.ts'
import { builtInRules, customRule } from './ranking-rules.ts'
import { defaultSettings } from './settings.ts'
import type { SettingName } from './settings.ts'

/** Says what is wrong with a value that stands at `path`, undefined where it fits. */
export type Check = (value: Json, path: string) => string | undefined

const string: Check = (value, path) =>
  typeof value === 'string' ? undefined : wrongType(path, 'a string', value)
const boolean: Check = (value, path) =>
  typeof value === 'boolean' ? undefined : wrongType(path, 'a boolean', value)
const count: Check = (value, path) =>
  Number.isInteger(value) && (value as number) >= 0 ? undefined : wrongType(path, 'a positive integer', value)
const strings = arrayOf(string)

function arrayOf(check: Check): Check {
  return (value, path) => {
    if (!Array.isArray(value)) return wrongType(path, 'an array', value)
    return value.map((item, place) => check(item, `${path}[${place}]`)).find((wrong) => wrong !== undefined)
  }
}

function oneOf(known: readonly string[]): Check {
  return (value, path) =>
    string(value, path) ??
    (known.includes(value as string) ? undefined : unknownValue(path, value as string, known))
}

function mapOf(check: Check): Check {
  return (value, path) => {
    if (!isObject(value)) return wrongType(path, 'an object', value)
    const wrong = Object.entries(value).map(([name, inner]) => check(inner, `${path}.${name}`))
    return wrong.find((each) => each !== undefined)
  }
}

/** An object of these fields, of which `null` resets any. */
function fields(known: Record<string, Check>): Check {
  return (value, path) => {
    if (!isObject(value)) return wrongType(path, 'an object', value)
    for (const [name, inner] of Object.entries(value)) {
      const check = Object.hasOwn(known, name) ? known[name] : undefined
      if (!check) return unknownField(path, name, Object.keys(known))
      const wrong = inner === null ? undefined : check(inner, `${path}.${name}`)
      if (wrong !== undefined) return wrong
    }
    return undefined
  }
}

const rankingRule: Check = (value, path) => {
  const wrong = string(value, path)
  if (wrong !== undefined || builtInRules.includes(value as string) || customRule(value as string))
    return wrong
  const known =
    'words, typo, sort, proximity, attribute, attributeRank, wordPosition, exactness and custom ranking rules'
  return wrongValue(path, `\`${String(value)}\` ranking rule is invalid. Valid ranking rules are ${known}.`)
}

const filterable = fields({
  attributePatterns: strings,
  features: fields({ facetSearch: boolean, filter: fields({ equality: boolean, comparison: boolean }) }),
})

const wordSizes: Check = (value, path) => {
  const wrong = fields({ oneTypo: count, twoTypos: count })(value, path)
  const sizes = { ...defaultSettings.typoTolerance.minWordSizeForTypos, ...(value as object) }
  if (wrong !== undefined || (sizes.oneTypo <= sizes.twoTypos && sizes.twoTypos <= 255)) return wrong
  const found = `but found \`oneTypo: ${sizes.oneTypo}\` and twoTypos: ${sizes.twoTypos}\`.`
  const rule =
    '`oneTypo` and `twoTypos` fields should be between `0` and `255`, and `twoTypos` should be greater or equals to `oneTypo`'
  return wrongValue(path, `\`minWordSizeForTypos\` setting is invalid. ${rule} ${found}`)
}

export const checks: Partial<Record<SettingName, Check>> = {
  displayedAttributes: strings,
  searchableAttributes: strings,
  filterableAttributes: arrayOf((value, path) =>
    typeof value === 'string' ? undefined : filterable(value, path),
  ),
  sortableAttributes: strings,
  rankingRules: arrayOf(rankingRule),
  stopWords: strings,
  nonSeparatorTokens: strings,
  separatorTokens: strings,
  dictionary: strings,
  synonyms: mapOf(strings),
  distinctAttribute: string,
  proximityPrecision: oneOf(['byWord', 'byAttribute']),
  typoTolerance: fields({
    enabled: boolean,
    minWordSizeForTypos: wordSizes,
    disableOnWords: strings,
    disableOnAttributes: strings,
    disableOnNumbers: boolean,
  }),
  faceting: fields({ maxValuesPerFacet: count, sortFacetValuesBy: mapOf(oneOf(['alpha', 'count'])) }),
  pagination: fields({ maxTotalHits: count }),
  searchCutoffMs: count,
  localizedAttributes: arrayOf(fields({ attributePatterns: strings, locales: arrayOf(oneOf(locales)) })),
  facetSearch: boolean,
  prefixSearch: oneOf(['indexingTime', 'disabled']),
}
