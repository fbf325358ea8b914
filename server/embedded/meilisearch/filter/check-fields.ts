import { featuresOf, filterablePatterns } from '../settings/filterable.ts'
import type { FilterFeatures } from '../settings/filterable.ts'
import type { Settings } from '../settings/settings.ts'
import type { Condition } from './expression.ts'
import { failAt } from './reader.ts'

/** Refuses a condition on a field that is not filterable, or by an operator that the field does not allow. */
export function checkCondition(settings: Settings, condition: Condition, code: string): void {
  const { name, at, end, text } = condition.field
  const reader = { text, at, code, depth: 0 }
  const features = featuresOf(settings, name)
  if (features === undefined) throw failAt(reader, notFilterable(settings, name), at, end)
  const operator = operatorOf(condition)
  if (isAllowed(features, condition)) return
  const message = `Filter operator \`${operator}\` is not allowed for the attribute \`${name}\`.\n  - Note: allowed operators: ${allowed(features)}.`
  throw failAt(reader, message, at, end)
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
    in: 'IN',
    startsWith: 'STARTS WITH',
    exists: 'EXISTS',
    null: 'IS NULL',
    empty: 'IS EMPTY',
  }[condition.kind]
}

function allowed({ filter }: FilterFeatures): string {
  const equality = ['OR', 'AND', 'NOT', '=', '!=', 'IN', 'IS EMPTY', 'IS NULL', 'EXISTS']
  const comparison = ['<', '>', '<=', '>=', 'TO']
  return [
    ...(filter.equality ? equality : equality.slice(0, 3)),
    ...(filter.comparison ? comparison : []),
  ].join(', ')
}
