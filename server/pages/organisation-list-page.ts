import type { Request } from 'express'
import {
  listOrganisations,
  listStoredOrganisations,
  type OrganisationRegister,
} from '../organisations/list-organisations.ts'
import {
  organisationFacets,
  organisationQuery,
  organisationSort,
  type OrganisationFacet,
} from '../organisations/organisation-query.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { paths } from '../paths.ts'
import type { PostingNames } from '../postings/posting-names.ts'
import { lenient } from '../search/parameters.ts'
import { conceptLabel } from '../vocabulary/concepts/concepts.ts'
import { isLanguage } from '../vocabulary/languages.ts'
import { WORLD } from '../vocabulary/places.ts'
import { organisationCard } from './organisation-card.ts'
import { registerList, type Register } from './register-list.ts'

/** The model of `views/organisations/list.hbs`. */
export async function organisationListPage(
  { query: parameters, language, t }: Request,
  services: OrganisationRegister,
) {
  const query = lenient(organisationQuery, parameters)
  const page = (await listOrganisations(services, query)) ?? (await listStoredOrganisations(services, query))

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
  const register: Register<Organisation, OrganisationFacet> = {
    words: 'organisations',
    path: paths.organisations(),
    ...{ query, label },
    facets: organisationFacets,
    sorts: ['relevance', 'name', 'newest'],
    sort: organisationSort(query),
    card: (one, marked) => organisationCard(one, marked, { language, t }),
  }
  return registerList(page, register, { language, t })
}
