import { BSONRegExp } from 'bson'
import { isDocument, type Document, type Found, type Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import { all, type Condition, constant, none } from './condition.ts'
import type { Context } from './context.ts'
import { compileTest, isPathOperator, isTruthy, type Test } from './operators.ts'
import { isTopLevelOperator } from './top-level.ts'
import { pathOf, some } from './path.ts'
import { statedRegex } from './regex-operand.ts'

type CompileFilter = (filter: Document, context?: Context) => Condition

interface Scope {
  path: string
  context: Context
  compileFilter: CompileFilter
  /** Whether an array at the end of the path is asked element by element. */
  expands: boolean
}

/** The condition that all operators of `operators` hold on the path. */
export function compileField(
  path: string,
  operators: Document,
  context: Context,
  compileFilter: CompileFilter,
): Condition {
  return compileOperators({ path, context, compileFilter, expands: true }, operators)
}

function compileOperators(scope: Scope, operators: Document): Condition {
  return all([...operators].flatMap(([name, operand]) => compileOperator(scope, name, operand, operators)))
}

function compileOperator(scope: Scope, name: string, operand: Value, operators: Document): Condition[] {
  switch (name) {
    case '$ne':
      return [none([onPath(scope, '$eq', refuseRegex(operand))])]
    case '$nin':
      return [none([onPath(scope, '$in', operand)])]
    case '$not':
      return [compileNot(scope, operand)]
    case '$exists':
      return [isTruthy(operand) ? onPath(scope, '$exists', true) : none([onPath(scope, '$exists', true)])]
    case '$all':
      return [compileAll(scope, operand)]
    case '$regex':
      return [onPath(scope, '$regex', statedRegex(operators))]
    case '$options':
      return operators.has('$regex') ? [] : refuse('BadValue', '$options needs a $regex')
    default:
      return [onPath(scope, name, operand)]
  }
}

function onPath(scope: Scope, operator: string, operand: Value): Condition {
  const path = pathOf(scope.path)
  const { expand, test } = testOf(scope, operator, operand)
  const matches = (document: Document) => some(document, path, expand && scope.expands, test)
  return { kind: 'field', path: scope.path, operator, operand, matches }
}

function testOf(scope: Scope, operator: string, operand: Value): Test {
  if (operator === '$elemMatch') return { expand: false, test: elementTest(scope, operand) }
  return compileTest(operator, operand, scope.context.texts)
}

function refuseRegex(operand: Value): Value {
  return operand instanceof BSONRegExp ? refuse('BadValue', "Can't have regex as arg to $ne.") : operand
}

function compileNot(scope: Scope, operand: Value): Condition {
  if (operand instanceof BSONRegExp) return none([onPath(scope, '$regex', operand)])
  if (!isDocument(operand)) refuse('BadValue', '$not needs a regex or a document')
  if (operand.size === 0) refuse('BadValue', '$not cannot be empty')
  return none([compileOperators(scope, operand)])
}

function compileAll(scope: Scope, operand: Value): Condition {
  if (!Array.isArray(operand)) refuse('BadValue', '$all needs an array')
  const [first] = operand
  if (first === undefined) return constant(false)
  if (firstName(first) === '$elemMatch') return all(operand.map((element) => compileAllMatch(scope, element)))
  return all(operand.map((element) => compileAllElement(scope, element)))
}

function compileAllMatch(scope: Scope, element: Value): Condition {
  if (firstName(element) !== '$elemMatch') refuse('BadValue', '$all/$elemMatch has to be consistent')
  return onPath(scope, '$elemMatch', (element as Document).get('$elemMatch') as Value)
}

function compileAllElement(scope: Scope, element: Value): Condition {
  if (element instanceof BSONRegExp) return onPath(scope, '$regex', element)
  if (isPathOperator(firstName(element) ?? '')) refuse('BadValue', 'no $ expressions in $all')
  return onPath(scope, '$eq', element)
}

function firstName(value: Value): string | undefined {
  return isDocument(value) ? value.keys().next().value : undefined
}

/** Whether one element of the array meets the whole operand. */
function elementTest(scope: Scope, operand: Value): (value: Found) => boolean {
  if (!isDocument(operand)) refuse('BadValue', '$elemMatch needs an Object')
  const holds = statesOperators(operand) ? valueTest(scope, operand) : documentTest(scope, operand)
  return (value) => Array.isArray(value) && value.some(holds)
}

const ofReference = ['$ref', '$id', '$db']

function statesOperators(operand: Document): boolean {
  const first = firstName(operand) ?? ''
  if (!first.startsWith('$') || isTopLevelOperator(first)) return false
  return !ofReference.some((name) => operand.has(name))
}

function documentTest(scope: Scope, operand: Document): (element: Value) => boolean {
  const condition = scope.compileFilter(operand, { ...scope.context, place: 'element' })
  return (element) => {
    if (isDocument(element)) return condition.matches(element)
    return Array.isArray(element) && condition.matches(numbered(element))
  }
}

function numbered(array: Value[]): Document {
  return new Map(array.map((value, index) => [String(index), value]))
}

/** The element stands alone in a document of its own; one that is an array is asked as a whole. */
function valueTest(scope: Scope, operand: Document): (element: Value) => boolean {
  const condition = compileOperators({ ...scope, path: 'element', expands: false }, operand)
  return (element) => condition.matches(new Map([['element', element]]))
}
