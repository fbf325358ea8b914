import { MeilisearchError, notSupported } from '../errors.ts'
import { isObject, isStringArray } from '../json.ts'
import { builtInRules, customRule } from './ranking-rules.ts'
import { defaultSettings, settingNames } from './settings.ts'
import type { SettingName, SettingsUpdate } from './settings.ts'

/** Says what was expected where a value does not fit, undefined where it does. */
type Check = (value: unknown) => string | undefined

const strings: Check = (value) => (isStringArray(value) ? undefined : 'expected an array of strings')
const boolean: Check = (value) => (typeof value === 'boolean' ? undefined : 'expected a boolean')
const count: Check = (value) => (isCount(value) ? undefined : 'expected a positive integer')

const checks: Partial<Record<SettingName, Check>> = {
  displayedAttributes: strings,
  searchableAttributes: strings,
  filterableAttributes: (value) =>
    Array.isArray(value) && value.every(isFilterable)
      ? undefined
      : 'expected an array of strings or attribute rules',
  sortableAttributes: strings,
  rankingRules: (value) => strings(value) ?? wrongRule(value as string[]),
  stopWords: strings,
  synonyms: (value) =>
    isObject(value) && Object.values(value).every(isStringArray)
      ? undefined
      : 'expected an object of string arrays',
  typoTolerance: (value) => wrongFields(value, typoFields),
  faceting: (value) => wrongFields(value, { maxValuesPerFacet: count, sortFacetValuesBy: facetOrders }),
  pagination: (value) => wrongFields(value, { maxTotalHits: count }),
  searchCutoffMs: count,
  localizedAttributes: (value) =>
    Array.isArray(value) && value.every(isLocalized) ? undefined : 'expected an array of attribute rules',
  facetSearch: boolean,
  prefixSearch: (value) =>
    value === 'indexingTime' || value === 'disabled'
      ? undefined
      : 'expected one of `indexingTime`, `disabled`',
}

const typoFields: Record<string, Check> = {
  enabled: boolean,
  minWordSizeForTypos: (value) =>
    wrongFields(value, { oneTypo: count, twoTypos: count }) ?? wrongSizes(value),
  disableOnWords: strings,
  disableOnAttributes: strings,
  disableOnNumbers: boolean,
}

/** Refuses what does not fit, with the code of the setting; what the stand-in leaves out only as its default. */
export function checkSettings(update: unknown): SettingsUpdate {
  if (!isObject(update)) throw new MeilisearchError('bad_request', 'Invalid value type: expected an object')
  for (const [name, value] of Object.entries(update)) checkSetting(name, value)
  return update
}

function checkSetting(name: string, value: unknown): void {
  if (!settingNames.includes(name as SettingName)) throw unknownField(name)
  if (value === null) return
  const setting = name as SettingName
  const check = checks[setting]
  if (check === undefined) return checkIsDefault(setting, value)
  const wrong = check(value)
  if (wrong === undefined) return
  const code = `invalid_settings_${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`
  throw new MeilisearchError(
    code,
    `Invalid value at \`.${name}\`: ${wrong}, but found: \`${JSON.stringify(value)}\``,
  )
}

function checkIsDefault(name: SettingName, value: unknown): void {
  if (JSON.stringify(value) !== JSON.stringify(defaultSettings[name]))
    throw notSupported(`The setting \`${name}\``)
}

function unknownField(name: string): MeilisearchError {
  const expected = settingNames.map((known) => `\`${known}\``).join(', ')
  return new MeilisearchError('bad_request', `Unknown field \`${name}\`: expected one of ${expected}`)
}

function wrongRule(rules: string[]): string | undefined {
  const wrong = rules.find((rule) => !builtInRules.includes(rule) && !customRule(rule))
  if (wrong === undefined) return undefined
  return `\`${wrong}\` ranking rule is invalid. Valid ranking rules are words, typo, sort, proximity, attribute, exactness and custom ranking rules.`
}

function wrongFields(value: unknown, fields: Record<string, Check>): string | undefined {
  if (!isObject(value)) return 'expected an object'
  for (const [name, inner] of Object.entries(value)) {
    const check = fields[name]
    if (!check) return `unknown field \`${name}\``
    const wrong = inner === null ? undefined : check(inner)
    if (wrong) return `\`${name}\`: ${wrong}`
  }
  return undefined
}

function wrongSizes(value: unknown): string | undefined {
  const { oneTypo, twoTypos } = { ...defaultSettings.typoTolerance.minWordSizeForTypos, ...(value as object) }
  const fits = oneTypo <= twoTypos && twoTypos <= 255
  return fits
    ? undefined
    : '`oneTypo` and `twoTypos` fields should be between `0` and `255`, and `twoTypos` should be greater or equals to `oneTypo`'
}

function facetOrders(value: unknown): string | undefined {
  const fits =
    isObject(value) && Object.values(value).every((order) => order === 'alpha' || order === 'count')
  return fits ? undefined : 'expected one of `alpha`, `count` for each facet'
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0
}

function isFilterable(rule: unknown): boolean {
  return typeof rule === 'string' || (isObject(rule) && isStringArray(rule['attributePatterns']))
}

function isLocalized(rule: unknown): boolean {
  return isObject(rule) && isStringArray(rule['attributePatterns']) && isStringArray(rule['locales'])
}
