import type { TFunction } from 'i18next'
import { isContributionType } from '../vocabulary/contribution-types.ts'
import { WORLD } from '../vocabulary/places.ts'
import { listingAddress, toggled } from './listing-address.ts'
import { namesIn, type PostingNames } from './posting-names.ts'
import { facetParameters, type FacetParameter, type PostingQuery } from './posting-query.ts'
import type { Side } from './posting.ts'
import type { Facets, FacetValue } from './search-postings.ts'

/** The model of `views/components/facet-group.hbs`. */
export interface FacetGroup {
  name: string
  items: FacetItem[]
  more?: FacetItem[]
}

interface FacetItem {
  label: string
  href: string
  selected: boolean
  /** none where choosing is free of counting */
  count?: number
}

interface Reader {
  side: Side
  query: PostingQuery
  language: string
  t: TFunction
}

const shownAtOnce = 8

/** What a listing can be narrowed by: the commonest values first and the chosen ones always, the rest by name. */
export function facetGroups(facets: Facets, reader: Reader): FacetGroup[] {
  const names = namesIn(reader.language)
  return facetParameters.map((parameter) => {
    const values = facets[parameter].filter(({ value }) => value !== WORLD)
    const first = values.filter(({ selected }, index) => selected || index < shownAtOnce)
    const rest = values.filter((value) => !first.includes(value))
    const item = (value: FacetValue) => facetItem(parameter, value, reader, names)
    const more = rest.map(item).sort((a, b) => names.compare(a.label, b.label))
    return { name: reader.t(`postings:facet.${parameter}`), items: first.map(item), more }
  })
}

function facetItem(
  parameter: FacetParameter,
  { value, count, selected }: FacetValue,
  { side, query }: Reader,
  names: PostingNames,
): FacetItem {
  const href = listingAddress(side, query, { [parameter]: toggled(query[parameter], value) })
  return { label: facetLabel(parameter, value, names), href, selected, count }
}

function facetLabel(parameter: FacetParameter, value: string, names: PostingNames): string {
  switch (parameter) {
    case 'type':
      return isContributionType(value) ? names.type(value) : value
    case 'sdg':
      return `${value}. ${names.goal(Number(value)).name}`
    case 'country':
      return names.country(value)
    case 'region':
      return names.region(value)
    case 'language':
      return names.language(value)
  }
}

const statusChoices = ['open', 'met', 'expired'] as const

/** Closed needs stay findable as such; for offers there is nothing to choose. */
export function statusGroup({ side, query, t }: Reader, listed: readonly string[]): FacetGroup {
  const choices = statusChoices.filter((status) => listed.includes(status))
  const items = choices.map((status) => ({
    label: t(`postings:status-choice.${status}`),
    href: listingAddress(side, query, { status: status === 'open' ? undefined : status }),
    selected: (query.status[0] ?? 'open') === status,
  }))
  return { name: t('postings:facet.status'), items: items.length > 1 ? items : [] }
}

/** What is chosen, each with the address of the listing without it. */
export function chosenValues({ side, query, language, t }: Reader): { label: string; href: string }[] {
  const names = namesIn(language)
  const texts = query.q
    ? [{ label: `“${query.q}”`, href: listingAddress(side, query, { q: undefined }) }]
    : []
  const statuses = query.status.map((status) => ({
    label: t(`state.${status}`),
    href: listingAddress(side, query, { status: toggled(query.status, status) }),
  }))
  const values = facetParameters.flatMap((parameter) =>
    query[parameter].map((value) => ({
      label: facetLabel(parameter, String(value), names),
      href: listingAddress(side, query, { [parameter]: toggled(query[parameter], String(value)) }),
    })),
  )
  return [...texts, ...statuses, ...values]
}
