import { conceptLabel } from '../vocabulary/concepts/concepts.ts'
import { isContributionType, labelOf } from '../vocabulary/contribution-types.ts'
import { industryName, isIndustry } from '../vocabulary/industries.ts'
import { isLanguage, type Language } from '../vocabulary/languages.ts'
import { countryName } from '../vocabulary/place-names.ts'
import { isSdg, sdgLabel } from '../vocabulary/sdgs.ts'
import type { Message } from './match.ts'

/** i18next's `t`, of one language. */
export type Translate = (key: string, values: Record<string, string | number>) => string

type NameOf = (code: string, language: Language) => string

/** A list longer than this is cut to one less and a count of the others. */
const longestList = 4

const typeName: NameOf = (code, language) => (isContributionType(code) ? labelOf(code, language) : code)
const goalName: NameOf = (code, language) =>
  isSdg(Number(code)) ? `${code} ${sdgLabel(Number(code), language)}` : code

/** Values of a message that are codes, by the name of the value. */
const namers: Record<string, NameOf> = {
  countries: countryName,
  concepts: conceptLabel,
  types: typeName,
  neededTypes: typeName,
  sdgs: goalName,
  industries: (code) => (isIndustry(code) ? industryName(code) : code),
}
/** How lists are joined: names of labels have an "and" of their own, so a comma parts them. */
const joints: Record<string, Intl.ListFormatType> = {
  concepts: 'unit',
  sdgs: 'unit',
  industries: 'unit',
  neededTypes: 'disjunction',
}
/** Passed as it is: i18next chooses the plural by it. */
const plural = 'count'

/**
 * A factor's message as plain text for a reader of the language: codes become names, lists are joined, figures and
 * dates written as the language does. Escaping is up to whoever shows it.
 */
export function sentence(message: Message, t: Translate, language: string): string {
  const known = isLanguage(language) ? language : 'en'
  const values = Object.entries(message.values).map(
    ([name, value]) => [name, told(name, value, t, known)] as const,
  )
  return t(message.key, Object.fromEntries(values))
}

/** English dates and lists as the United Nations write them. */
const localeOf = (language: Language): string => (language === 'en' ? 'en-GB' : language)

function told(name: string, value: string | number | string[], t: Translate, language: Language) {
  if (Array.isArray(value)) return listed(name, value, t, language)
  if (name === 'date')
    return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(
      new Date(value),
    )
  if (typeof value === 'number' && name !== plural)
    return new Intl.NumberFormat(localeOf(language)).format(value)
  return value
}

function listed(name: string, codes: string[], t: Translate, language: Language): string {
  const nameOf = namers[name] ?? ((code: string) => code)
  const shown = codes.length > longestList ? codes.slice(0, longestList - 1) : codes
  const names = shown.map((code) => nameOf(code, language))
  const others = codes.length - shown.length
  const all = others > 0 ? [...names, t('matching:others', { count: others })] : names
  const type = joints[name] ?? 'conjunction'
  return new Intl.ListFormat(localeOf(language), { type }).format(all)
}
