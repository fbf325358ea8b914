import { isLanguage, type Language } from '../vocabulary/languages.ts'
import { labelOf, type ContributionType } from '../vocabulary/contribution-types.ts'
import { countryName, regionName } from '../vocabulary/place-names.ts'
import { sdgLabel } from '../vocabulary/sdgs.ts'

export type PostingNames = ReturnType<typeof makeNames>

const made = new Map<Language, PostingNames>()

/** What the codes of a posting are called in a language of the interface. */
export function namesIn(code: string): PostingNames {
  const language = isLanguage(code) ? code : 'en'
  const names = made.get(language) ?? makeNames(language)
  made.set(language, names)
  return names
}

function makeNames(language: Language) {
  const languages = new Intl.DisplayNames([language], { type: 'language' })
  return {
    country: (alpha3: string) => countryName(alpha3, language),
    region: (m49: string) => regionName(m49, language),
    type: (type: ContributionType) => labelOf(type, language),
    goal: (number: number) => ({ number, name: sdgLabel(number, language) }),
    language: (iso639: string) => languages.of(iso639) ?? iso639,
    /** for sorting names as readers of the language expect, goal 2 before goal 10 */
    compare: new Intl.Collator(language, { numeric: true }).compare,
  }
}

/** The declared places, widest first; none means anywhere. */
export const placeNames = (
  places: { countries: string[]; regions: string[] },
  names: PostingNames,
): string[] => [...places.regions.map(names.region), ...places.countries.map(names.country)]
