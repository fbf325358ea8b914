import { allConcepts } from '../vocabulary/concepts/concepts.ts'
import { stems } from '../vocabulary/tokens.ts'
import { LANGUAGES, type Language } from '../vocabulary/languages.ts'
import { countryName, regionName } from '../vocabulary/place-names.ts'
import { allCountries, allRegions } from '../vocabulary/places.ts'
import { isWide } from './broad-concepts.ts'
import lists from './common-words.json' with { type: 'json' }

const common: Record<Language, string> = lists.common
const served: Record<Language, string> = lists.served
const directions: Record<Language, string> = lists.directions
const commonStems = stemSets((language) => `${common[language]} ${served[language]}`)
const wideStems = stemSets((language) =>
  allConcepts()
    .filter(({ id }) => isWide(id))
    .map(({ labels }) => labels[language])
    .join(' '),
)
const placeStems = stemSets((language) =>
  [
    directions[language],
    ...allCountries().map((country) => countryName(country, language)),
    ...allRegions().map((region) => regionName(region, language)),
  ].join(' '),
)

/** Words that postings on any subject use ("support", "provide") and words for those served ("refugees"). */
export const isCommon = (stem: string): boolean => commonStems().has(stem)

/** Words that name a whole field, such as "water" or "school". */
export const isFieldWord = (stem: string): boolean => wideStems().has(stem)

/** Words of the names of countries and regions; the place factor compares places, the text must not again. */
export const isPlaceWord = (stem: string): boolean => placeStems().has(stem)

/** Stemming all names takes some 50 ms, so it waits until the first question. */
function stemSets(textIn: (language: Language) => string): () => ReadonlySet<string> {
  let found: ReadonlySet<string> | undefined
  return () => (found ??= new Set(LANGUAGES.flatMap((language) => stems(textIn(language), language))))
}
