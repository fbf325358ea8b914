import { weighConcepts } from '../postings/posting-concepts.ts'
import { isAnywhere } from '../postings/posting.ts'
import { conceptLabel } from '../vocabulary/concepts/concepts.ts'
import { labelOf } from '../vocabulary/contribution-types.ts'
import { inEachLanguage, type Language } from '../vocabulary/languages.ts'
import { countryName } from '../vocabulary/place-names.ts'
import { expandPlaces, regionsAndGroups } from '../vocabulary/places.ts'
import { organisationsOf, type Partnership } from './partnership.ts'

/** To be raised when documents are made in another way: an index of a lower version is built anew. */
export const PARTNERSHIP_DOCUMENT_VERSION = 1

/** A partnership as the search index holds it. */
export interface PartnershipDocument extends Pick<
  Partnership,
  'id' | 'title' | 'description' | 'language' | 'results' | 'model' | 'contributionTypes' | 'sdgs' | 'from'
> {
  /** names of all who take part */
  partners: string[]
  organisationIds: string[]
  /** of its concepts and contributions in each language, so that a query typed in any of them meets it */
  labels: Record<Language, string[]>
  /** names of the countries that are named, not of all that the regions have */
  places: Record<Language, string[]>
  /** alpha-3, those of the named regions among them */
  countries: string[]
  /** M49 */
  regions: string[]
  /** M49, those of `GROUPS` that one of the countries belongs to */
  groups: string[]
  anywhere: boolean
  /** unix seconds */
  createdAt: number
}

const mostConcepts = 12

export function toPartnershipDocument(partnership: Partnership): PartnershipDocument {
  const { id, title, description, language, results, model, contributionTypes, sdgs, from } = partnership
  const { company, entities, createdAt } = partnership
  const concepts = [...weighConcepts(partnership).keys()].slice(0, mostConcepts)
  const countries = expandPlaces(partnership)
  return {
    ...{ id, title, description, language, results, model, contributionTypes, sdgs, from, countries },
    partners: [company, ...entities].map(({ name }) => name),
    organisationIds: organisationsOf(partnership),
    labels: inEachLanguage((spoken) => [
      ...concepts.map((concept) => conceptLabel(concept, spoken)),
      ...contributionTypes.map((type) => labelOf(type, spoken)),
    ]),
    places: inEachLanguage((spoken) => partnership.countries.map((country) => countryName(country, spoken))),
    ...regionsAndGroups(countries),
    anywhere: isAnywhere(partnership),
    createdAt: Math.floor(createdAt.getTime() / 1000),
  }
}
