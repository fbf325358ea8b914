import type { TextOrder } from '../bson/compare.ts'
import { isDocument, type Document, type Value } from '../bson/value.ts'
import { type Query, queryOf } from '../collections/find.ts'
import { all, type Condition } from '../query/condition.ts'
import { compileFilter } from '../query/filter.ts'
import { parseSort } from '../query/sort.ts'
import { stageParts } from './pipeline.ts'
import { limitOperand, matchOperand, skipOperand, sortOperand } from './stages/simple.ts'

/**
 * What the first stages of a pipeline ask of the collection itself, so that indexes serve them: any `$match`, then
 * `$sort`, `$skip` and `$limit` where they come in this order; and the stages after them.
 */
export function splitHead(
  pipeline: readonly Value[],
  texts: TextOrder | undefined,
): { query: Query; rest: Value[] } {
  const rest = [...pipeline]
  const next = (name: string): Value | undefined => {
    const [first, operand] = rest[0] === undefined ? ['', null] : stageParts(rest[0])
    if (first !== name) return undefined
    rest.shift()
    return operand
  }
  const conditions: Condition[] = []
  for (let operand = next('$match'); operand !== undefined; operand = next('$match'))
    conditions.push(compileFilter(matchOperand(operand), texts))
  const sort = next('$sort')
  const skip = next('$skip')
  const limit = next('$limit')
  const query = queryOf(all(conditions), {
    texts,
    sort: sort === undefined ? [] : parseSort(sortOperand(sort)),
    skip: skip === undefined ? 0 : skipOperand(skip),
    limit: limit === undefined ? 0 : limitOperand(limit),
  })
  return { query, rest }
}

/** Whether the first stage is a `$group` that names no field. */
export function readsNothing([first]: readonly Value[]): boolean {
  if (!isDocument(first)) return false
  const group = first.get('$group')
  return isDocument(group) && isConstant(group)
}

function isConstant(value: Value): boolean {
  if (typeof value === 'string') return !value.startsWith('$')
  if (Array.isArray(value)) return value.every(isConstant)
  return !isDocument(value) || [...(value as Document).values()].every(isConstant)
}
