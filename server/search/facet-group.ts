import { continents, regionsAround, regionsWithin } from '../vocabulary/region-tree.ts'
import type { FacetValue } from './faceted-search.ts'

/** The model of `views/components/facet-group.hbs`. */
export interface FacetGroup {
  name: string
  items: FacetItem[]
  more?: FacetItem[]
}

export interface FacetItem {
  /** tells the same choice on another page of the same search */
  key: string
  label: string
  href: string
  selected: boolean
  /** none where choosing is free of counting */
  count?: number
  /** what lies within it */
  items?: FacetItem[]
}

interface FacetWords {
  /** the parameter in the address */
  parameter: string
  name: string
  label(value: string): string
  /** the address of the search with these values of the facet chosen */
  href(values: string[]): string
  /** orders labels */
  compare(a: string, b: string): number
}

const shownAtOnce = 8

/** The commonest values first and the chosen ones always, the rest by name. */
export function facetGroup(values: FacetValue[], words: FacetWords): FacetGroup {
  const chosen = chosenOf(values)
  const item = (value: FacetValue) => itemOf(value, toggled(chosen, value.value), words)
  const items = values.map(item).sort((a, b) => words.compare(a.label, b.label))
  const commonest = [...items].sort((a, b) => (b.count ?? 0) - (a.count ?? 0))
  const first = commonest.filter(({ selected }, index) => selected || index < shownAtOnce)
  return { name: words.name, items: first, more: items.filter((one) => !first.includes(one)) }
}

/**
 * The regions of M49 as a tree that opens where one chooses: Africa, within it Sub-Saharan Africa, within that Eastern
 * Africa. A choice takes the place of those around it and within it.
 */
export function regionGroup(values: FacetValue[], words: FacetWords): FacetGroup {
  const chosen = chosenOf(values)
  const branch = (codes: readonly string[]): FacetItem[] => codes.flatMap(twig).sort(byLabel)
  const byLabel = (a: FacetItem, b: FacetItem) => words.compare(a.label, b.label)
  const twig = (code: string): FacetItem[] => {
    const value = values.find((one) => one.value === code)
    if (!value) return []
    const isOpen = chosen.some((one) => one === code || regionsAround(one).includes(code))
    const items = isOpen ? branch(regionsWithin(code)) : []
    return [{ ...itemOf(value, regionToggled(chosen, code), words), items }]
  }
  return { name: words.name, items: branch(continents) }
}

/** A list with the value taken in, or out where it is in. */
export const toggled = (values: readonly (string | number)[], value: string): string[] => {
  const texts = values.map(String)
  return texts.includes(value) ? texts.filter((text) => text !== value) : [...texts, value]
}

function regionToggled(chosen: string[], code: string): string[] {
  const isOfOneLine = (other: string) =>
    regionsAround(code).includes(other) || regionsAround(other).includes(code)
  return chosen.includes(code)
    ? toggled(chosen, code)
    : [...chosen.filter((other) => !isOfOneLine(other)), code]
}

const chosenOf = (values: FacetValue[]): string[] =>
  values.filter(({ selected }) => selected).map(({ value }) => value)

const itemOf = ({ value, count, selected }: FacetValue, chosen: string[], words: FacetWords): FacetItem => ({
  ...{ count, selected },
  key: `${words.parameter}:${value}`,
  label: words.label(value),
  href: words.href(chosen),
})
