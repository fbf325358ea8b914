import type { Request } from 'express'
import {
  listPartnerships,
  listStoredPartnerships,
  type PartnershipRegister,
} from '../partnerships/list-partnerships.ts'
import {
  partnershipFacets,
  partnershipQuery,
  partnershipSort,
  type PartnershipFacet,
} from '../partnerships/partnership-query.ts'
import type { Partnership } from '../partnerships/partnership.ts'
import { paths } from '../paths.ts'
import type { PostingNames } from '../postings/posting-names.ts'
import { lenient } from '../search/parameters.ts'
import { isContributionType } from '../vocabulary/contribution-types.ts'
import { WORLD } from '../vocabulary/places.ts'
import { partnershipCard } from './partnership-card.ts'
import { registerList, type Register } from './register-list.ts'

/** The model of `views/partnerships/list.hbs`. */
export async function partnershipListPage(
  { query: parameters, language, t }: Request,
  services: PartnershipRegister,
) {
  const query = lenient(partnershipQuery, parameters)
  const counted = await listPartnerships(services, query)
  const page = counted ?? (await listStoredPartnerships(services, query))

  const label = (name: PartnershipFacet, value: string, names: PostingNames): string | undefined => {
    switch (name) {
      case 'model':
        return t(`partnerships:model.${value}`)
      case 'type':
        return isContributionType(value) ? names.type(value) : value
      case 'sdg':
        return `${value}. ${names.goal(Number(value)).name}`
      case 'region':
      case 'group':
        return value === WORLD ? undefined : names.region(value)
      case 'country':
        return names.country(value)
      case 'organisation':
        return counted?.nameOf(value) || undefined
    }
  }
  const register: Register<Partnership, PartnershipFacet> = {
    words: 'partnerships',
    path: paths.partnerships(),
    ...{ query, label },
    facets: partnershipFacets,
    sorts: ['relevance', 'newest'],
    sort: partnershipSort(query),
    card: (one, marked) => partnershipCard(one, marked, { language, t }),
  }
  return registerList(page, register, { language, t })
}
