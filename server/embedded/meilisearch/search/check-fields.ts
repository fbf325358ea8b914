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
    throw new MeilisearchError(code, message, { concernsIndex: true })
  }
  return criteria.map((criterion) => checkCriterion(settings, criterion, code))
}

function checkCriterion(settings: Settings, criterion: string, code: string): FieldOrder {
  const order = customRule(criterion)
  if (!order) {
    const message = `Invalid syntax for the sort parameter: expected expression ending by \`:asc\` or \`:desc\`, found \`${criterion}\`.`
    throw new MeilisearchError(code, message)
  }
  const reserved = reservedForPlaces(order.field)
  if (reserved !== undefined) throw new MeilisearchError(code, reserved)
  const { sortableAttributes } = settings
  if (sortableAttributes.some((pattern) => covers(pattern, order.field))) return order
  const hint =
    sortableAttributes.length === 0
      ? 'This index does not have configured sortable attributes.'
      : `Available sortable attributes are: ${shownNames(settings, sortableAttributes)}.`
  const message = `Attribute \`${order.field}\` is not sortable. ${hint}`
  throw new MeilisearchError(code, message, { concernsIndex: true })
}

function reservedForPlaces(field: string): string | undefined {
  const refusal = `\`${field}\` is a reserved keyword and thus can't be used as a sort expression.`
  if (field === '_geoDistance') return refusal
  if (field !== '_geo') return undefined
  return `${refusal} Use the _geoPoint(latitude, longitude) built-in rule to sort on _geo field coordinates.`
}

/** Names in their order, without those that searches may not show. */
function shownNames({ displayedAttributes }: Settings, names: string[]): string {
  const shown = names.filter((name) => displayedAttributes.some((pattern) => covers(pattern, name))).sort()
  return `\`${shown.join(', ')}${shown.length < names.length ? ', <..hidden-attributes>' : ''}\``
}

/** Refuses a field by which a search cannot tell documents apart. */
export function checkDistinct(settings: Settings, field: string | null): void {
  if (field === null || featuresOf(settings, field)) return
  const patterns = filterablePatterns(settings)
  const hint =
    patterns.length === 0
      ? 'This index does not have configured filterable attributes.'
      : `Available filterable attributes patterns are: ${shownNames(settings, patterns)}.`
  const message = `Attribute \`${field}\` is not filterable and thus, cannot be used as distinct attribute. ${hint}`
  throw new MeilisearchError('invalid_search_distinct', message, { concernsIndex: true })
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
  const named = `\`${[...new Set(wrong)].sort().join(', ')}\``
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
  const message = `Attribute \`${wrong}\` is not searchable. Available searchable attributes are: ${shownNames(settings, known)}.`
  throw new MeilisearchError('invalid_search_attributes_to_search_on', message, { concernsIndex: true })
}
