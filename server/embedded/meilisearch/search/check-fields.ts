import { MeilisearchError } from '../errors.ts'
import { covers } from '../index/flatten.ts'
import type { SearchIndex } from '../index/search-index.ts'
import { featuresOf, filterablePatterns } from '../settings/filterable.ts'
import { customRule } from '../settings/ranking-rules.ts'
import type { FieldOrder } from '../settings/ranking-rules.ts'
import type { Settings } from '../settings/settings.ts'

/** Reads sort criteria; refuses fields that are not sortable, and all where the ranking rules leave `sort` out. */
export function checkSort(
  settings: Settings,
  criteria: string[],
  code = 'invalid_search_sort',
): FieldOrder[] {
  if (criteria.length > 0 && code === 'invalid_search_sort' && !settings.rankingRules.includes('sort')) {
    const message =
      'You must specify where `sort` is listed in the rankingRules setting to use the sort parameter at search time.'
    throw new MeilisearchError(code, message)
  }
  return criteria.map((criterion) => checkCriterion(settings, criterion, code))
}

function checkCriterion(settings: Settings, criterion: string, code: string): FieldOrder {
  const order = customRule(criterion)
  if (!order)
    throw new MeilisearchError(
      code,
      `Invalid syntax for the sort parameter: expected expression ending by \`:asc\` or \`:desc\`, found \`${criterion}\`.`,
    )
  const { sortableAttributes } = settings
  if (sortableAttributes.some((pattern) => covers(pattern, order.field))) return order
  const known = sortableAttributes.map((name) => `\`${name}\``).join(', ')
  const hint =
    sortableAttributes.length === 0
      ? 'This index does not have configured sortable attributes.'
      : `Available sortable attributes are: \`${[...sortableAttributes].sort().join(', ')}\`.`
  throw new MeilisearchError(
    code,
    `Attribute \`${order.field}\` is not sortable. ${known === '' ? hint : hint}`,
  )
}

/** The facets asked for, `*` meaning all; null where none are. */
export function checkFacets(
  settings: Settings,
  index: SearchIndex,
  facets: string[] | null,
): string[] | undefined {
  if (facets === null) return undefined
  const wrong = facets.filter((name) => name !== '*' && !featuresOf(settings, name))
  if (wrong.length === 0)
    return facets.includes('*') ? allFacets(settings, index) : [...new Set(facets)].sort()
  throw new MeilisearchError(
    'invalid_search_facets',
    `Invalid facet distribution: ${wrongFacets(settings, wrong)}`,
  )
}

function allFacets(settings: Settings, index: SearchIndex): string[] {
  return [...index.columns.keys()].filter((path) => featuresOf(settings, path)).sort()
}

function wrongFacets(settings: Settings, wrong: string[]): string {
  const patterns = filterablePatterns(settings)
  const named = wrong.map((name) => `\`${name}\``).join(', ')
  const verb =
    wrong.length === 1 ? `Attribute ${named} is not filterable.` : `Attributes ${named} are not filterable.`
  if (patterns.length === 0) return `${verb} This index does not have configured filterable attributes.`
  return `${verb} Available filterable attributes patterns are: \`${[...patterns].sort().join(', ')}\`.`
}

export function checkSearchOn(settings: Settings, names: string[] | null): void {
  const known = settings.searchableAttributes
  const wrong = names?.find(
    (name) => name !== '*' && !known.some((pattern) => covers(pattern, name) || covers(name, pattern)),
  )
  if (wrong === undefined) return
  const message = `Attribute \`${wrong}\` is not searchable. Available searchable attributes are: \`${known.join(', ')}\`.`
  throw new MeilisearchError('invalid_search_attributes_to_search_on', message)
}
