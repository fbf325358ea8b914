import { BSONRegExp } from 'bson'
import { compare, equals } from '../bson/compare.ts'
import { integerOf } from '../bson/numbers.ts'
import { typeOf } from '../bson/types.ts'
import { copy, isDocument, type Document, type Found, type Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import { compileFilter, hasOperators } from '../query/filter.ts'
import { compareSortKeys, parseSort, sortKeyOf } from '../query/sort.ts'
import type { Operator } from './operators.ts'
import type { Change } from './paths.ts'

export const arrayOperators: Record<string, Operator> = {
  $push: push,
  $addToSet: addToSet,
  $pull: (operand, path) => keeping(path, pulled(operand)),
  $pullAll: (operand, path) => keeping(path, memberOf(operand)),
  $pop: pop,
}

function arrayOf(old: Value, path: string): Value[] {
  if (Array.isArray(old)) return old
  return refuse('BadValue', `The field '${path}' must be an array but is of type ${typeOf(old)}`)
}

/** The elements to add, and the modifiers beside `$each`. */
function eachOf(
  name: string,
  operand: Value,
  modifiers: readonly string[],
): { each: Value[]; modifiers: Document } {
  if (!isDocument(operand) || !operand.has('$each')) return { each: [operand], modifiers: new Map() }
  const each = operand.get('$each')
  if (!Array.isArray(each)) refuse('TypeMismatch', `The argument to $each in ${name} must be an array`)
  for (const modifier of operand.keys())
    if (modifier !== '$each' && !modifiers.includes(modifier))
      refuse('BadValue', `Unrecognized clause in ${name}: ${modifier}`)
  return { each, modifiers: operand }
}

function push(operand: Value, path: string): Change {
  const { each, modifiers } = eachOf('$push', operand, ['$position', '$slice', '$sort'])
  const position = integerAt(modifiers, '$position')
  const slice = integerAt(modifiers, '$slice')
  const order = modifiers.has('$sort') ? orderOf(modifiers.get('$sort') as Value) : undefined
  return {
    creates: true,
    apply: (old) => {
      const array = old === undefined ? [] : [...arrayOf(old, path)]
      array.splice(position ?? array.length, 0, ...each.map((element) => copy(element)))
      if (order) array.sort(order)
      if (slice === undefined) return array
      return slice < 0 ? array.slice(slice) : array.slice(0, slice)
    },
  }
}

function integerAt(modifiers: Document, name: string): number | undefined {
  if (!modifiers.has(name)) return undefined
  return (
    integerOf(modifiers.get(name)) ?? refuse('BadValue', `The value for ${name} must be an integer value`)
  )
}

function orderOf(operand: Value): (a: Value, b: Value) => number {
  if (!isDocument(operand)) return byValue(operand)
  const sort = parseSort(operand)
  const keyOf = (element: Value) => sortKeyOf(isDocument(element) ? element : new Map(), sort)
  return (a, b) => compareSortKeys(keyOf(a), keyOf(b), sort)
}

function byValue(operand: Value): (a: Value, b: Value) => number {
  const direction = integerOf(operand)
  if (direction !== 1 && direction !== -1)
    refuse('BadValue', 'The $sort element value must be either 1 or -1')
  return (a, b) => compare(a, b) * direction
}

function addToSet(operand: Value, path: string): Change {
  const { each } = eachOf('$addToSet', operand, [])
  return {
    creates: true,
    apply: (old) => {
      const set = old === undefined ? [] : [...arrayOf(old, path)]
      for (const element of each) if (!set.some((member) => equals(member, element))) set.push(copy(element))
      return set
    },
  }
}

function keeping(path: string, isRemoved: (element: Value) => boolean): Change {
  return {
    creates: false,
    apply: (old) => arrayOf(old as Value, path).filter((element) => !isRemoved(element)),
  }
}

/** A document states a condition on elements that are documents, its operators one on each element itself. */
function pulled(operand: Value): (element: Value) => boolean {
  if (operand instanceof BSONRegExp || hasOperators(operand)) return elementMatches(operand)
  if (!isDocument(operand)) return (element) => equals(element, operand)
  const condition = compileFilter(operand)
  return (element) => isDocument(element) && condition.matches(element)
}

function elementMatches(operand: Value): (element: Value) => boolean {
  const condition = compileFilter(new Map([['element', operand]]))
  return (element) => condition.matches(new Map([['element', element]]))
}

function memberOf(operand: Value): (element: Value) => boolean {
  if (!Array.isArray(operand)) refuse('BadValue', '$pullAll requires an array argument')
  return (element) => operand.some((member) => equals(member, element))
}

function pop(operand: Value, path: string): Change {
  const end = integerOf(operand)
  if (end !== 1 && end !== -1) refuse('FailedToParse', `$pop expects 1 or -1 for ${path}`)
  return {
    creates: false,
    apply: (old: Found) =>
      end === 1 ? arrayOf(old as Value, path).slice(0, -1) : arrayOf(old as Value, path).slice(1),
  }
}
