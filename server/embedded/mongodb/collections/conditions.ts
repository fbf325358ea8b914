import { BSONRegExp } from 'bson'
import { isDocument, type Document, type Value } from '../bson/value.ts'
import { type Condition, conjuncts, type FieldCondition } from '../query/condition.ts'
import { hasOperators } from '../query/comparisons.ts'
import { arrayIndex, pathOf } from '../query/path.ts'

/** What every document that meets the condition meets: its conjuncts, and what an `$elemMatch` asks of fields. */
export function necessary(condition: Condition): FieldCondition[] {
  return conjuncts(condition).flatMap((one) => [one, ...withinElements(one)])
}

/** Some element has all these fields; on the whole array they hold one by one. */
function withinElements({ path, operator, operand }: FieldCondition): FieldCondition[] {
  if (operator !== '$elemMatch' || !isDocument(operand)) return []
  return [...operand].flatMap(([name, asked]) => (isPlainPath(name) ? onPath(`${path}.${name}`, asked) : []))
}

/** A number would name a place in an array within the array. */
function isPlainPath(name: string): boolean {
  return !name.startsWith('$') && !pathOf(name).some((segment) => arrayIndex(segment) !== undefined)
}

function onPath(path: string, asked: Value): FieldCondition[] {
  return [...operatorsOf(asked)].flatMap(([operator, operand]) => {
    if (operator === '$regex' || operator === '$options') return []
    const condition: FieldCondition = { kind: 'field', path, operator, operand, matches: () => true }
    return [condition, ...withinElements(condition)]
  })
}

function operatorsOf(asked: Value): Document {
  if (hasOperators(asked)) return asked
  return new Map(asked instanceof BSONRegExp ? [] : [['$eq', asked]])
}
