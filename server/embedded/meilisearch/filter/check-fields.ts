import { MeilisearchError } from '../errors.ts'
import { filterablePatterns, ruleOf } from '../settings/filterable.ts'
import type { FilterFeatures } from '../settings/filterable.ts'
import type { Settings } from '../settings/settings.ts'
import type { Condition } from './expression.ts'
import { failAt } from './reader.ts'

/** Refuses a condition on a field that is not filterable, or by an operator that the field does not allow. */
export function checkCondition(settings: Settings, condition: Condition, code: string): void {
  const { name, at, end, text } = condition.field
  const rule = ruleOf(settings, name)
  if (rule === undefined) {
    const reader = { text, at, code, depth: 0 }
    throw failAt(reader, notFilterable(settings, name), at, end, { concernsIndex: true })
  }
  if (isAllowed(rule.features, condition)) return
  const message = notAllowed(name, operatorOf(condition), rule)
  throw new MeilisearchError(code, message, { concernsIndex: true })
}

function notAllowed(
  name: string,
  operator: string,
  { features, place }: { features: FilterFeatures; place: number },
): string {
  const missing = ['<', '>', '<=', '>=', 'TO'].includes(operator) ? 'comparison' : 'equality'
  const lines = [
    `Filter operator \`${operator}\` is not allowed for the attribute \`${name}\`.`,
    `Note: allowed operators: ${allowed(features)}.`,
    `Note: field \`${name}\` matched rule #${place} in \`filterableAttributes\``,
    `Hint: enable ${missing} in rule #${place} by modifying the features.filter object`,
    `Hint: prepend another rule matching \`${name}\` with appropriate filter features before rule #${place}`,
  ]
  return lines.join('\n  - ')
}

/** The same for a field named by a sort or a facet. */
export function notFilterable(settings: Settings, name: string): string {
  const patterns = filterablePatterns(settings)
  const known = patterns.map((pattern) => `\`${pattern}\``).join(', ')
  const hint =
    patterns.length === 0
      ? 'This index does not have configured filterable attributes.'
      : `Available filterable attribute patterns are: ${known}.`
  return `Attribute \`${name}\` is not filterable. ${hint}`
}

function isAllowed({ filter }: FilterFeatures, condition: Condition): boolean {
  if (condition.kind === 'between' || (condition.kind === 'compare' && condition.operator !== '='))
    return filter.comparison
  return (
    filter.equality || condition.kind === 'exists' || condition.kind === 'null' || condition.kind === 'empty'
  )
}

function operatorOf(condition: Condition): string {
  if (condition.kind === 'compare') return condition.operator
  return {
    between: 'TO',
    in: '=',
    startsWith: 'STARTS WITH',
    exists: 'EXISTS',
    null: 'IS NULL',
    empty: 'IS EMPTY',
  }[condition.kind]
}

function allowed({ filter }: FilterFeatures): string {
  const equality = filter.equality ? ['=', '!=', 'IN'] : []
  const comparison = filter.comparison ? ['<', '>', '<=', '>=', 'TO'] : []
  return ['OR', 'AND', 'NOT', ...equality, ...comparison, 'IS EMPTY', 'IS NULL', 'EXISTS'].join(', ')
}
