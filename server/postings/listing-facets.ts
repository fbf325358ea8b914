import type { TFunction } from 'i18next'
import type { NameOf } from '../organisations/naming.ts'
import { facetGroup, regionGroup, toggled, type FacetGroup } from '../search/facet-group.ts'
import type { FacetValue } from '../search/faceted-search.ts'
import { isContributionType } from '../vocabulary/contribution-types.ts'
import { GROUPS, regionsOf } from '../vocabulary/places.ts'
import { listingAddress } from './listing-address.ts'
import { namesIn, type PostingNames } from './posting-names.ts'
import { facetParameters, type FacetParameter, type PostingQuery } from './posting-query.ts'
import type { Side } from './posting.ts'
import type { PostingFacets } from './search-postings.ts'

/** Whoever looks at a listing, and at which. */
export interface ListingReader {
  side: Side
  query: PostingQuery
  language: string
  t: TFunction
  /** of organisations; without it they show as their ids */
  nameOf?: NameOf
}

/** What a listing can be narrowed by. */
export function facetGroups(facets: PostingFacets, reader: ListingReader): FacetGroup[] {
  const { side, query, t } = reader
  const names = namesIn(reader.language)
  return facetParameters.map((parameter) => {
    const words = {
      parameter,
      name: t(`postings:facet.${parameter}`),
      label: (value: string) => facetLabel(parameter, value, names, reader.nameOf),
      href: (values: string[]) => listingAddress(side, query, { [parameter]: values }),
      compare: names.compare,
    }
    const values = valuesShown(parameter, facets, reader)
    return parameter === 'region' ? regionGroup(values, words) : facetGroup(values, words)
  })
}

/** Countries roll up: within a region or grouping only its own are left to choose. */
function valuesShown(parameter: FacetParameter, facets: PostingFacets, reader: ListingReader): FacetValue[] {
  const { region, group } = reader.query
  const isWithin = ({ value, selected }: FacetValue) =>
    selected || [region, group].every((around) => around.length === 0 || among(around, regionsOf(value)))
  switch (parameter) {
    case 'country':
      return facets.country.filter(isWithin)
    case 'group':
      return GROUPS.flatMap((code) => facets.group.filter(({ value }) => value === code))
    case 'organisation':
      return facets.organisation.filter(({ value }) => reader.nameOf?.(value))
    default:
      return facets[parameter]
  }
}

const among = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((one) => others.includes(one))

function facetLabel(
  parameter: FacetParameter,
  value: string,
  names: PostingNames,
  nameOf: NameOf | undefined,
): string {
  switch (parameter) {
    case 'type':
      return isContributionType(value) ? names.type(value) : value
    case 'sdg':
      return `${value}. ${names.goal(Number(value)).name}`
    case 'country':
      return names.country(value)
    case 'region':
    case 'group':
      return names.region(value)
    case 'organisation':
      return nameOf?.(value) || value
    case 'language':
      return names.language(value)
  }
}

const statusChoices = ['open', 'met', 'expired'] as const

/** Closed needs stay findable as such; for offers there is nothing to choose. */
export function statusGroup({ side, query, t }: ListingReader, listed: readonly string[]): FacetGroup {
  const choices = statusChoices.filter((status) => listed.includes(status))
  const items = choices.map((status) => ({
    key: `status:${status}`,
    label: t(`postings:status-choice.${status}`),
    href: listingAddress(side, query, { status: status === 'open' ? undefined : status }),
    selected: (query.status[0] ?? 'open') === status,
  }))
  return { name: t('postings:facet.status'), items: items.length > 1 ? items : [] }
}

export interface ChosenValue {
  label: string
  /** the listing without it */
  href: string
  /** the state without it */
  without: PostingQuery
}

/** What is chosen, each with the listing without it. */
export function chosenValues({ side, query, language, t, nameOf }: ListingReader): ChosenValue[] {
  const names = namesIn(language)
  const chosen = (label: string, change: Partial<PostingQuery>): ChosenValue => {
    const without = { ...query, ...change, cursor: undefined }
    return { label, without, href: listingAddress(side, without) }
  }
  const texts = query.q ? [chosen(t('facets.words', { q: query.q }), { q: '' })] : []
  const statuses = query.status.map((status) =>
    chosen(t(`state.${status}`), { status: toggled(query.status, status) }),
  )
  const values = facetParameters.flatMap((parameter) =>
    query[parameter].map((value) => {
      const rest = (query[parameter] as (string | number)[]).filter((other) => other !== value)
      return chosen(facetLabel(parameter, String(value), names, nameOf), { [parameter]: rest })
    }),
  )
  return [...texts, ...statuses, ...values]
}
