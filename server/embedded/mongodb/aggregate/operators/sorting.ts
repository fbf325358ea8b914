import { compare, type TextOrder } from '../../bson/compare.ts'
import { integerOf, isNumeric } from '../../bson/numbers.ts'
import { isDocument, type Value } from '../../bson/value.ts'
import { refuse } from '../../errors.ts'
import { byElementField } from '../../query/element-order.ts'
import { parseSort } from '../../query/sort.ts'
import type { Compiler, Expression } from '../expression.ts'
import { isNothing, kindOf } from './build.ts'
import { partsOf } from './parts.ts'

/** `$sortArray`: by the values themselves, or by fields of them. Equal ones keep their order. */
export function sortArray(operand: Value, { compile, context }: Compiler): Expression {
  const shape = { noDocument: 2942500, unknown: 2942501, needed: { input: 2942502, sortBy: 2942503 } }
  const parts = partsOf('$sortArray', operand, shape)
  const input = compile(parts.get('input') as Value)
  const order = orderBy(parts.get('sortBy') as Value, context.texts)
  return (scope) => {
    const array = input(scope)
    if (isNothing(array)) return null
    if (!Array.isArray(array))
      refuse(2942504, `The input argument to $sortArray must be an array, but was of type: ${kindOf(array)}`)
    return array.toSorted(order)
  }
}

/** An order of values by `1`, `-1` or a sort document. */
export function orderBy(by: Value, texts: TextOrder | undefined): (a: Value, b: Value) => number {
  if (isDocument(by)) {
    const orders = parseSort(by).map(({ path, direction }) => byElementField(path, direction, texts))
    return (a, b) => orders.reduce((order, next) => order || next(a, b), 0)
  }
  if (!isNumeric(by)) refuse(2942505, '$sortArray requires sortBy to be 1, -1 or an object')
  const direction = integerOf(by)
  if (direction !== 1 && direction !== -1)
    refuse(2942506, '$sortArray requires sortBy to be 1, -1 or an object')
  return (a, b) => compare(a, b, texts) * direction
}
