import { isDocument, type Value } from '../bson/value.ts'
import { type Query, queryOf } from '../query/query.ts'
import { all, type Condition } from '../query/condition.ts'
import { compileFilter } from '../query/filter.ts'
import { parseSort } from '../query/sort.ts'
import type { Context } from '../query/context.ts'
import { stageParts } from './pipeline.ts'
import { limitOperand, matchOperand, skipOperand } from './stages/simple.ts'
import { sortOperand } from './stages/sort.ts'

/**
 * What the first stages of a pipeline ask of the collection itself, so that indexes serve them: any `$match`, then
 * `$sort`, `$skip` and `$limit` where they come in this order; and the stages after them.
 */
export function splitHead(pipeline: readonly Value[], context: Context): { query: Query; rest: Value[] } {
  const rest = [...pipeline]
  const next = (name: string): Value | undefined => {
    const [first, operand] = rest[0] === undefined ? ['', null] : stageParts(rest[0])
    if (first !== name) return undefined
    rest.shift()
    return operand
  }
  const conditions: Condition[] = []
  for (let operand = next('$match'); operand !== undefined; operand = next('$match'))
    conditions.push(compileFilter(matchOperand(operand), context))
  const sort = next('$sort')
  const skip = next('$skip')
  const limit = next('$limit')
  const query = queryOf(all(conditions), {
    texts: context.texts,
    sort: sort === undefined ? [] : parseSort(sortOperand(sort)),
    skip: skip === undefined ? 0 : skipOperand(skip),
    limit: limit === undefined ? 0 : limitOperand(limit),
  })
  return { query, rest }
}

/** What a `$group` counts that counts all documents as one group, as drivers do for a number of documents. */
export interface Counting {
  id: Value
  names: readonly string[]
}

/** The first stage as a mere count, which needs no document to be read. */
export function countingOf([first]: readonly Value[]): Counting | undefined {
  const group = isDocument(first) ? first.get('$group') : undefined
  if (!isDocument(group)) return undefined
  const id = group.get('_id')
  const counts = [...group].filter(([name]) => name !== '_id')
  const isConstant = id === null || typeof id === 'number'
  return isConstant && counts.every(([, value]) => isOneEach(value))
    ? { id, names: counts.map(([name]) => name) }
    : undefined
}

function isOneEach(value: Value): boolean {
  return isDocument(value) && value.size === 1 && value.get('$sum') === 1
}
