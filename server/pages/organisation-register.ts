import {
  organisationFacets,
  organisationQuery,
  organisationSearch,
  organisationSort,
  type OrganisationFacet,
  type OrganisationQuery,
} from '../organisations/organisation-query.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { paths } from '../paths.ts'
import type { PostingNames } from '../postings/posting-names.ts'
import { lenient } from '../search/parameters.ts'
import { conceptLabel } from '../vocabulary/concepts/concepts.ts'
import { isLanguage } from '../vocabulary/languages.ts'
import { WORLD } from '../vocabulary/places.ts'
import { organisationCard } from './organisation-card.ts'
import type { Reader, Register } from './register.ts'

/** The register of organisations as these parameters ask for it. */
export function organisationRegister(
  parameters: Record<string, unknown>,
  { language, t }: Reader,
): Register<Organisation, OrganisationFacet, OrganisationQuery> {
  const query = lenient(organisationQuery, parameters)

  const label = (name: OrganisationFacet, value: string, names: PostingNames): string | undefined => {
    switch (name) {
      case 'kind':
        return t(`accounts:kind.${value}`)
      case 'sdg':
        return `${value}. ${names.goal(Number(value)).name}`
      case 'topic':
        return conceptLabel(value, isLanguage(language) ? language : 'en')
      case 'region':
      case 'group':
        return value === WORLD ? undefined : names.region(value)
      case 'country':
        return names.country(value)
      case 'industry':
        return t(`organisations:industry.${value}`)
    }
  }
  return {
    words: 'organisations',
    path: paths.organisations(),
    ...{ query, label },
    facets: organisationFacets,
    sorts: ['relevance', 'name', 'newest'],
    sort: organisationSort(query),
    search: organisationSearch,
    card: (one, marked) => organisationCard(one, marked, { language, t }),
  }
}
