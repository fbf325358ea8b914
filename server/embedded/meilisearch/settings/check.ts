import { MeilisearchError, notSupported } from '../errors.ts'
import { isObject } from '../json.ts'
import type { Json, JsonObject } from '../json.ts'
import { snakeCase, unknownField, wrongType } from '../misfits.ts'
import { checks } from './checks.ts'
import { defaultSettings, settingNames } from './settings.ts'
import type { SettingName, SettingsUpdate } from './settings.ts'

/** Refuses what does not fit, with the code of the setting; what the stand-in leaves out only as its default. */
export function checkSettings(update: Json): SettingsUpdate {
  if (!isObject(update)) throw new MeilisearchError('bad_request', wrongType('', 'an object', update))
  for (const [name, value] of Object.entries(update)) {
    if (!settingNames.includes(name as SettingName)) {
      throw new MeilisearchError('bad_request', unknownField('', name, settingNames))
    }
    checkSetting(name as SettingName, value, `.${name}`)
  }
  return withFeatures(update)
}

/** One setting that is a request of its own. */
export function checkOneSetting(name: SettingName, value: Json): SettingsUpdate {
  checkSetting(name, value, '')
  return withFeatures({ [name]: value })
}

function checkSetting(name: SettingName, value: Json, path: string): void {
  if (value === null) return
  const check = checks[name]
  if (check === undefined) return checkIsDefault(name, value)
  const wrong = check(value, path)
  if (wrong !== undefined) throw new MeilisearchError(`invalid_settings_${snakeCase(name)}`, wrong)
}

function checkIsDefault(name: SettingName, value: Json): void {
  if (JSON.stringify(value) !== JSON.stringify(defaultSettings[name]))
    throw notSupported(`The setting \`${name}\``)
}

/** Fills in what a filterable rule leaves open: no facet search, equality, no comparison. */
function withFeatures(update: JsonObject): SettingsUpdate {
  const rules = update['filterableAttributes']
  if (!Array.isArray(rules)) return update
  return { ...update, filterableAttributes: rules.map((rule) => (isObject(rule) ? completed(rule) : rule)) }
}

function completed({ attributePatterns, features }: JsonObject): JsonObject {
  const { facetSearch, filter }: JsonObject = isObject(features) ? features : {}
  const { equality, comparison }: JsonObject = isObject(filter) ? filter : {}
  return {
    attributePatterns: attributePatterns ?? [],
    features: {
      facetSearch: facetSearch ?? false,
      filter: { equality: equality ?? true, comparison: comparison ?? false },
    },
  }
}
