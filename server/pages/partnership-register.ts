import type { NameOf } from '../organisations/naming.ts'
import {
  partnershipFacets,
  partnershipQuery,
  partnershipSearch,
  partnershipSort,
  type PartnershipFacet,
  type PartnershipQuery,
} from '../partnerships/partnership-query.ts'
import type { Partnership } from '../partnerships/partnership.ts'
import { paths } from '../paths.ts'
import type { PostingNames } from '../postings/posting-names.ts'
import { lenient } from '../search/parameters.ts'
import { isContributionType } from '../vocabulary/contribution-types.ts'
import { WORLD } from '../vocabulary/places.ts'
import { partnershipCard } from '../partnerships/partnership-card.ts'
import type { Reader, Register } from './register.ts'

/** The register of partnerships as these parameters ask for it; `nameOf` tells the names of organisations. */
export function partnershipRegister(
  parameters: Record<string, unknown>,
  { language, t }: Reader,
  nameOf: NameOf = () => '',
): Register<Partnership, PartnershipFacet, PartnershipQuery> {
  const query = lenient(partnershipQuery, parameters)

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
        return nameOf(value) || undefined
    }
  }
  return {
    words: 'partnerships',
    path: paths.partnerships(),
    ...{ query, label },
    facets: partnershipFacets,
    sorts: ['relevance', 'newest'],
    sort: partnershipSort(query),
    search: partnershipSearch,
    card: (one, marked) => partnershipCard(one, marked, { language, t }),
  }
}
