import { compare, type TextOrder } from '../bson/compare.ts'
import { integerOf, isNumeric, toDouble } from '../bson/numbers.ts'
import { typeOf } from '../bson/types.ts'
import { copy, isDocument, type Document, type Found, type Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import { byElementField } from '../query/element-order.ts'
import type { Operator } from './operators.ts'

type Order = (a: Value, b: Value) => number

/** `$push`, if wanted with `$each`, `$position`, `$slice` and `$sort`. */
export const push: Operator = (operand, path, { texts }) => {
  const modifiers = isDocument(operand) && operand.has('$each') ? operand : new Map([['$each', [operand]]])
  const each = eachOf(modifiers)
  const position = integerAt(modifiers, '$position')
  const slice = integerAt(modifiers, '$slice')
  const order = modifiers.has('$sort') ? orderOf(modifiers.get('$sort') as Value, texts) : undefined
  return {
    missing: 'made',
    apply: (old) => {
      const array = arrayOf(old, path)
      array.splice(position ?? array.length, 0, ...each.map((element) => copy(element)))
      if (order) array.sort(order)
      if (slice === undefined) return array
      return slice < 0 ? array.slice(slice) : array.slice(0, slice)
    },
  }
}

const known = ['$each', '$position', '$slice', '$sort']

function eachOf(modifiers: Document): Value[] {
  for (const name of modifiers.keys())
    if (!known.includes(name)) refuse('BadValue', `Unrecognized clause in $push: ${name}`)
  const each = modifiers.get('$each') as Value
  if (Array.isArray(each)) return each
  return refuse(
    'BadValue',
    `The argument to $each in $push must be an array but it was of type: ${typeOf(each)}`,
  )
}

function arrayOf(old: Found, path: string): Value[] {
  if (old === undefined) return []
  if (Array.isArray(old)) return [...old]
  return refuse('BadValue', `The field '${path}' must be an array but is of type ${typeOf(old)}`)
}

function integerAt(modifiers: Document, name: string): number | undefined {
  const value = modifiers.get(name)
  if (value === undefined) return undefined
  return (
    integerOf(value) ??
    refuse('BadValue', `The value for ${name} must be an integer value but was given type: ${typeOf(value)}`)
  )
}

function orderOf(operand: Value, texts: TextOrder | undefined): Order {
  if (isNumeric(operand)) return byWhole(directionOf(operand), texts)
  if (!isDocument(operand))
    refuse(
      'BadValue',
      'The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields',
    )
  if (operand.size === 0) refuse('BadValue', 'The $sort pattern is empty when it should be a set of fields.')
  const orders = [...operand].map(([path, direction]) => byField(path, directionOf(direction), texts))
  return (a, b) => orders.reduce((order, next) => order || next(a, b), 0)
}

function directionOf(value: Value): number {
  const direction = isNumeric(value) ? toDouble(value) : 0
  if (direction === 1 || direction === -1) return direction
  return refuse('BadValue', 'The $sort element value must be either 1 or -1')
}

function byWhole(direction: number, texts: TextOrder | undefined): Order {
  return (a, b) => compare(a, b, texts) * direction
}

function byField(path: string, direction: number, texts: TextOrder | undefined): Order {
  if (path === '') refuse('BadValue', 'The $sort field cannot be empty')
  if (path.split('.').includes(''))
    refuse('BadValue', `The $sort field is a dotted field but has an empty part: ${path}`)
  return byElementField(path, direction, texts)
}
