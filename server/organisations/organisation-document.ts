import { conceptLabel } from '../vocabulary/concepts/concepts.ts'
import { industryName, industryPath } from '../vocabulary/industries.ts'
import { inEachLanguage, type Language } from '../vocabulary/languages.ts'
import { countryName } from '../vocabulary/place-names.ts'
import { regionsAndGroups } from '../vocabulary/places.ts'
import type { Organisation } from './organisation.ts'

/** To be raised when documents are made in another way: an index of a lower version is built anew. */
export const ORGANISATION_DOCUMENT_VERSION = 1

type Texts = Record<Language, string[]>

/** An organisation as the search index holds it: only what everybody may know of it. */
export interface OrganisationDocument {
  id: string
  kind: Organisation['kind']
  name: string
  acronym?: string
  /** of an office: name and acronym of its entity */
  entity: string[]
  /** of entities and offices; a company is found by its name and its industries */
  description?: string
  mandate: Texts
  /** topics and industries by their names, so that a query typed in any of the languages meets them */
  labels: Texts
  /** names of the countries */
  places: Texts
  sdgs: number[]
  /** vocabulary ids */
  topics: string[]
  /** ISIC Rev.4 section of the main activity */
  industry?: string
  /** alpha-3: where a company has its seat, an office its work, an entity its offices */
  countries: string[]
  /** M49 */
  regions: string[]
  /** M49, those of `GROUPS` that one of the countries belongs to */
  groups: string[]
  /** unix seconds, both */
  listedUntil: number
  createdAt: number
}

/** What the organisation itself does not know. */
export interface OrganisationContext {
  /** of an office */
  entity: Organisation | undefined
  /** of an entity */
  offices: Organisation[]
}

export function toOrganisationDocument(
  organisation: Organisation & { listedUntil: number },
  { entity, offices }: OrganisationContext,
): OrganisationDocument {
  const { id, kind, name, acronym, profile, listedUntil, createdAt } = organisation
  const mandate = organisation.mandate ?? entity?.mandate
  const topics = mandate?.concepts ?? []
  const industries = industryPath(profile?.industry ?? '')
  const countries = countriesOf(organisation, offices)
  return {
    ...{ id, kind, name, acronym, topics, countries, listedUntil },
    entity: entity ? [entity.name, entity.acronym ?? []].flat() : [],
    description: kind === 'company' ? undefined : organisation.description,
    mandate: inEachLanguage((language) => [organisation.mandate?.text[language] ?? []].flat()),
    labels: inEachLanguage((language) => [
      ...topics.map((topic) => conceptLabel(topic, language)),
      ...(language === 'en' ? industries.map(industryName) : []),
    ]),
    places: inEachLanguage((language) => countries.map((country) => countryName(country, language))),
    sdgs: mandate?.sdgs ?? [],
    industry: industries[0],
    ...regionsAndGroups(countries),
    createdAt: Math.floor(createdAt.getTime() / 1000),
  }
}

/** Where a company has its seat, where an office works, where an entity has offices. */
export function countriesOf({ kind, countries, profile }: Organisation, offices: Organisation[]): string[] {
  if (kind === 'company') return profile?.country ? [profile.country] : []
  return [...new Set([...countries, ...offices.flatMap((office) => office.countries)])].sort()
}
