import { LANGUAGES } from './languages.ts'
import type { Labels, Language } from './languages.ts'
import { allCountries, countryOf, isCountry, isRegion } from './places.ts'
import { fold } from './fold.ts'
import aliases from './data/country-aliases.json' with { type: 'json' }
import exceptions from './data/place-names.json' with { type: 'json' }

const ownCountryNames = new Map<string, Labels>(Object.entries(exceptions.countries))
const ownRegionNames = new Map<string, Labels>(Object.entries(exceptions.regions))
const unicodeNames = new Map(
  LANGUAGES.map((language) => [language, new Intl.DisplayNames([language], { type: 'region' })] as const),
)
/** Words that names take or leave. */
const fillers = new Set(['the', 'of', 'and'])
let countriesByName: Map<string, string> | undefined

/** The country's short name in the language; the code itself where it is unknown. */
export function countryName(alpha3: string, language: Language): string {
  const country = countryOf(alpha3)
  if (!country) return alpha3
  return (
    ownCountryNames.get(alpha3)?.[language] ?? unicodeNames.get(language)?.of(country.alpha2) ?? country.name
  )
}

/** The name of an M49 region or grouping in the language; the code itself where it is unknown. */
export function regionName(code: string, language: Language): string {
  if (!isRegion(code)) return code
  return ownRegionNames.get(code)?.[language] ?? unicodeNames.get(language)?.of(code) ?? code
}

/**
 * The alpha-3 code for a name as imported lists write it: in any of the six languages or a common English
 * variant, or the alpha-3 code itself; capitals, accents, punctuation and the order of words do not matter.
 */
export function alpha3FromName(text: string): string | undefined {
  if (isCountry(text.trim())) return text.trim()
  countriesByName ??= indexNames()
  return countriesByName.get(key(text))
}

function indexNames(): Map<string, string> {
  const codes = allCountries()
  const names = codes.flatMap((alpha3) => namesOf(alpha3).map((name) => [key(name), alpha3] as const))
  const others = Object.entries(aliases.aliases).flatMap(([alpha3, list]) =>
    list.map((alias) => [key(alias), alpha3] as const),
  )
  return new Map([...names, ...others])
}

function namesOf(alpha3: string): string[] {
  const country = countryOf(alpha3)
  const shown = LANGUAGES.flatMap((language) => [
    countryName(alpha3, language),
    unicodeNames.get(language)?.of(country?.alpha2 ?? '') ?? '',
  ])
  return [country?.name ?? '', ...shown]
}

/** Telling words alone count, in any order, so that 'Korea, Rep. of' and 'Rep. of Korea' are one name. */
function key(name: string): string {
  const found = fold(name).match(/[\p{L}\p{N}]+/gu) ?? []
  return found
    .filter((word) => !fillers.has(word))
    .sort()
    .join(' ')
}
