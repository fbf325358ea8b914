import { stems } from '../vocabulary/tokens.ts'
import { LANGUAGES, type Language } from '../vocabulary/languages.ts'
import { countryName, regionName } from '../vocabulary/place-names.ts'
import { allCountries, allRegions } from '../vocabulary/places.ts'
import lists from './common-words.json' with { type: 'json' }

const known: Record<Language, string> = lists
const commonStems = stemSets((language) => known[language])
const placeStems = stemSets((language) =>
  [
    ...allCountries().map((country) => countryName(country, language)),
    ...allRegions().map((region) => regionName(region, language)),
  ].join(' '),
)

/** Words that postings on any subject use: "support", "community", "provide". */
export const isCommon = (stem: string): boolean => commonStems().has(stem)

/** Words of the names of countries and regions; the place factor compares places, the text must not again. */
export const isPlaceWord = (stem: string): boolean => placeStems().has(stem)

/** Stemming all names takes some 50 ms, so it waits until the first question. */
function stemSets(textIn: (language: Language) => string): () => ReadonlySet<string> {
  let found: ReadonlySet<string> | undefined
  return () => (found ??= new Set(LANGUAGES.flatMap((language) => stems(textIn(language), language))))
}
