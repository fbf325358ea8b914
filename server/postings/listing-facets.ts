import type { TFunction } from 'i18next'
import type { NameOf } from '../organisations/naming.ts'
import { isContributionType } from '../vocabulary/contribution-types.ts'
import { GROUPS, WORLD } from '../vocabulary/places.ts'
import { listingAddress, toggled } from './listing-address.ts'
import { namesIn, type PostingNames } from './posting-names.ts'
import { facetParameters, type FacetParameter, type PostingQuery } from './posting-query.ts'
import type { Side } from './posting.ts'
import type { FacetValue } from '../search/faceted-search.ts'
import type { PostingFacets } from './search-postings.ts'

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
  /** of organisations; without it they show as their ids */
  nameOf?: NameOf
}

const shownAtOnce = 8

/** What a listing can be narrowed by: the commonest values first and the chosen ones always, the rest by name. */
export function facetGroups(facets: PostingFacets, reader: Reader): FacetGroup[] {
  const names = namesIn(reader.language)
  return facetParameters.map((parameter) => {
    const values = facets[parameter].filter(({ value }) => isShown(parameter, value, reader))
    const first = values.filter(({ selected }, index) => selected || index < shownAtOnce)
    const rest = values.filter((value) => !first.includes(value))
    const item = (value: FacetValue) => facetItem(parameter, value, reader, names)
    const more = rest.map(item).sort((a, b) => names.compare(a.label, b.label))
    return { name: reader.t(`postings:facet.${parameter}`), items: first.map(item), more }
  })
}

/** Groupings have a facet of their own, the whole world narrows nothing, and only named organisations can be chosen. */
function isShown(parameter: FacetParameter, value: string, { nameOf }: Reader): boolean {
  if (parameter === 'region') return value !== WORLD && !isGroup(value)
  return parameter !== 'organisation' || Boolean(nameOf?.(value))
}

const isGroup = (code: string): boolean => (GROUPS as readonly string[]).includes(code)

function facetItem(
  parameter: FacetParameter,
  { value, count, selected }: FacetValue,
  { side, query, nameOf }: Reader,
  names: PostingNames,
): FacetItem {
  const href = listingAddress(side, query, { [parameter]: toggled(query[parameter], value) })
  return { label: facetLabel(parameter, value, names, nameOf), href, selected, count }
}

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
export function chosenValues({
  side,
  query,
  language,
  t,
  nameOf,
}: Reader): { label: string; href: string }[] {
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
      label: facetLabel(parameter, String(value), names, nameOf),
      href: listingAddress(side, query, { [parameter]: toggled(query[parameter], String(value)) }),
    })),
  )
  return [...texts, ...statuses, ...values]
}
