import { BSONRegExp } from 'bson'
import { compare, equals, type TextOrder } from '../bson/compare.ts'
import { isNumeric, toDouble } from '../bson/numbers.ts'
import { rankOf } from '../bson/types.ts'
import type { Document, Value } from '../bson/value.ts'
import { setPath } from '../query/field-path.ts'
import { type Condition, conjuncts, type FieldCondition } from '../query/condition.ts'
import { pathOf } from '../query/path.ts'

/** Whether every document that the query finds is surely in an index with this filter. */
export function implies(query: readonly FieldCondition[], filter: Condition, texts?: TextOrder): boolean {
  if (!isConjunction(filter)) return false
  return conjuncts(filter).every((wanted) =>
    query.some((given) => given.path === wanted.path && impliesOne(given, wanted, texts)),
  )
}

function isConjunction(condition: Condition): boolean {
  return condition.kind === 'field' || (condition.kind === 'all' && condition.parts.every(isConjunction))
}

function impliesOne(given: FieldCondition, wanted: FieldCondition, texts: TextOrder | undefined): boolean {
  if (given.operator === wanted.operator && equals(given.operand, wanted.operand)) return true
  if (wanted.operator === '$exists') return !given.matches(new Map())
  if (isWithin(given, wanted, texts)) return true
  const values = valuesOf(given)
  return values.length > 0 && values.every((value) => impliesByValue(given.path, value, wanted))
}

/** Whether every document whose field equals the value is meant, be it an element of an array or missing. */
function impliesByValue(path: string, value: Value, wanted: FieldCondition): boolean {
  if (value instanceof BSONRegExp) return false
  const equal = [having(path, value), having(path, [value]), ...(value === null ? [new Map()] : [])]
  return equal.every((document) => wanted.matches(document))
}

const upwards = ['$gt', '$gte']
const downwards = ['$lt', '$lte']

/** Whether a range lies within another in the same direction; both of the same kind of values. */
function isWithin(given: FieldCondition, wanted: FieldCondition, texts: TextOrder | undefined): boolean {
  const sign = [upwards, downwards].findIndex((both) =>
    [given, wanted].every(({ operator }) => both.includes(operator)),
  )
  if (sign < 0 || rankOf(given.operand) !== rankOf(wanted.operand)) return false
  if ([given, wanted].some(({ operand }) => isNumeric(operand) && Number.isNaN(toDouble(operand))))
    return false
  const order = compare(given.operand, wanted.operand, texts) * (sign === 0 ? 1 : -1)
  return order > 0 || (order === 0 && wanted.operator.endsWith('e'))
}

/** The values that a condition of equality allows. */
function valuesOf({ operator, operand }: FieldCondition): readonly Value[] {
  if (operator === '$eq') return [operand]
  return operator === '$in' ? (operand as Value[]) : []
}

function having(path: string, value: Value): Document {
  const document: Document = new Map()
  setPath(document, pathOf(path), value)
  return document
}
