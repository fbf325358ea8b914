import { equals } from '../bson/compare.ts'
import type { Document, Value } from '../bson/value.ts'
import { setPath } from '../aggregate/fields.ts'
import { type Condition, conjuncts, type FieldCondition } from '../query/condition.ts'
import { pathOf } from '../query/path.ts'

/** Whether every document that the query finds is surely in an index with this filter. */
export function implies(query: readonly FieldCondition[], filter: Condition): boolean {
  if (!isConjunction(filter)) return false
  return conjuncts(filter).every((wanted) => query.some((given) => impliesOne(given, wanted)))
}

function isConjunction(condition: Condition): boolean {
  return condition.kind === 'field' || (condition.kind === 'all' && condition.parts.every(isConjunction))
}

function impliesOne(given: FieldCondition, wanted: FieldCondition): boolean {
  if (given.path !== wanted.path) return false
  if (given.operator === wanted.operator && equals(given.operand, wanted.operand)) return true
  if (wanted.operator === '$exists') return !given.matches(new Map())
  return (
    valuesOf(given).some(() => true) &&
    valuesOf(given).every((value) => wanted.matches(having(given.path, value)))
  )
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
