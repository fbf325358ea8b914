import { add, difference, emptySet, intersection, setOf, union } from '../index/bitset.ts'
import type { Bitset } from '../index/bitset.ts'
import type { Column } from '../index/columns.ts'
import { foldFacet } from '../index/fold.ts'
import { addRange } from '../index/numbers.ts'
import type { NumberRange } from '../index/numbers.ts'
import type { SearchIndex } from '../index/search-index.ts'
import { documentsWith } from '../index/strings.ts'
import type { Comparison, Condition, Expression } from './expression.ts'

/** The documents that satisfy a filter whose fields were checked. */
export function evaluate(index: SearchIndex, expression: Expression): Bitset {
  switch (expression.kind) {
    case 'and':
      return expression.parts.map((part) => evaluate(index, part)).reduce(intersection)
    case 'or':
      return expression.parts.map((part) => evaluate(index, part)).reduce(union)
    case 'not':
      return difference(index.live, evaluate(index, expression.part))
    default: {
      const column = index.columns.get(expression.field.name)
      return column ? satisfying(column, expression) : emptySet()
    }
  }
}

function satisfying(column: Column, condition: Condition): Bitset {
  switch (condition.kind) {
    case 'compare':
      return condition.operator === '=' ? equal(column, [condition.value]) : compared(column, condition)
    case 'in':
      return equal(column, condition.values)
    case 'between':
      return between(column, condition.from, condition.to)
    case 'startsWith':
      return withStrings(column, (folded) => folded.startsWith(foldFacet(condition.value)))
    case 'exists':
      return column.exists
    case 'null':
      return column.nulls
    case 'empty':
      return column.empties
  }
}

function equal({ strings, numbers }: Column, values: string[]): Bitset {
  const found = emptySet()
  for (const value of values) {
    for (const document of documentsWith(strings, value)) add(found, document)
    const number = finite(value)
    if (number !== undefined)
      addRange(numbers, { from: number, to: number, includesFrom: true, includesTo: true }, found)
  }
  return found
}

function compared(column: Column, { operator, value }: { operator: Comparison; value: string }): Bitset {
  const isBelow = operator.startsWith('<')
  const isInclusive = operator.endsWith('=')
  const bound = foldFacet(value)
  const found = withStrings(column, (folded) => (folded === bound ? isInclusive : folded < bound === isBelow))
  const number = finite(value)
  if (number !== undefined) addRange(column.numbers, halfOpen(number, isBelow, isInclusive), found)
  return found
}

function halfOpen(number: number, isBelow: boolean, isInclusive: boolean): NumberRange {
  if (isBelow) return { from: -Infinity, to: number, includesFrom: true, includesTo: isInclusive }
  return { from: number, to: Infinity, includesFrom: isInclusive, includesTo: true }
}

function between(column: Column, from: string, to: string): Bitset {
  const [low, high] = [foldFacet(from), foldFacet(to)]
  const found = withStrings(column, (folded) => folded >= low && folded <= high)
  const [lowest, highest] = [finite(from), finite(to)]
  if (lowest === undefined || highest === undefined) return found
  addRange(column.numbers, { from: lowest, to: highest, includesFrom: true, includesTo: true }, found)
  return found
}

function withStrings({ strings }: Column, fits: (folded: string) => boolean): Bitset {
  return setOf(strings.values.filter((value) => fits(value.folded)).flatMap((value) => value.documents))
}

/** The number that a filter value means, if it is one. */
function finite(value: string): number | undefined {
  if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(value.trim())) return undefined
  const number = Number(value)
  return Number.isFinite(number) ? number : undefined
}

/** All conditions of a filter, wherever they stand in it. */
export function conditionsOf(expression: Expression): Condition[] {
  switch (expression.kind) {
    case 'and':
    case 'or':
      return expression.parts.flatMap(conditionsOf)
    case 'not':
      return conditionsOf(expression.part)
    default:
      return [expression]
  }
}
