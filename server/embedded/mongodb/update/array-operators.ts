import { BSONRegExp } from 'bson'
import { equals, type TextOrder } from '../bson/compare.ts'
import { integerOf, isNumeric } from '../bson/numbers.ts'
import { typeOf } from '../bson/types.ts'
import { copy, isDocument, type Found, type Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import type { Context } from '../query/context.ts'
import { compileFilter } from '../query/filter.ts'
import { isPathOperator } from '../query/operators.ts'
import type { Operator } from './operators.ts'
import type { Change } from './paths.ts'

/** Operators that add what is not there yet, or remove. */
export const arrayOperators: Record<string, Operator> = {
  $addToSet: addToSet,
  $pull: (operand, _path, context) => culling('$pull', pulled(operand, context)),
  $pullAll: (operand, _path, { texts }) => culling('$pullAll', memberOf(operand, texts)),
  $pop: pop,
}

function addToSet(operand: Value, path: string, { texts }: Context): Change {
  const each = eachOf(operand)
  return {
    missing: 'made',
    apply: (old) => {
      const set = setOf(old, path)
      for (const element of each)
        if (!set.some((member) => equals(member, element, texts))) set.push(copy(element))
      return set
    },
  }
}

function eachOf(operand: Value): readonly Value[] {
  if (!isDocument(operand) || operand.keys().next().value !== '$each') return [operand]
  const each = operand.get('$each') as Value
  if (!Array.isArray(each))
    refuse(
      'TypeMismatch',
      `The argument to $each in $addToSet must be an array but it was of type ${typeOf(each)}`,
    )
  if (operand.size > 1) refuse('BadValue', 'Found unexpected fields after $each in $addToSet')
  return each
}

function setOf(old: Found, path: string): Value[] {
  if (old === undefined) return []
  if (Array.isArray(old)) return [...old]
  return refuse(
    'BadValue',
    `Cannot apply $addToSet to non-array field. Field named '${path}' has non-array type ${typeOf(old)}`,
  )
}

function culling(name: string, isRemoved: (element: Value) => boolean): Change {
  return {
    missing: 'left',
    apply: (old) => {
      if (!Array.isArray(old)) refuse('BadValue', `Cannot apply ${name} to a non-array value`)
      return old.filter((element) => !isRemoved(element))
    },
  }
}

/** A document states a condition on elements that are documents, its operators one on each element itself. */
function pulled(operand: Value, context: Context): (element: Value) => boolean {
  const within: Context = { ...context, place: 'update' }
  if (operand instanceof BSONRegExp || statesOperators(operand)) return elementMatches(operand, within)
  if (!isDocument(operand)) return (element) => equals(element, operand, context.texts)
  const condition = compileFilter(operand, within)
  return (element) => isDocument(element) && condition.matches(element)
}

function statesOperators(operand: Value): boolean {
  return isDocument(operand) && isPathOperator(operand.keys().next().value ?? '')
}

function elementMatches(operand: Value, context: Context): (element: Value) => boolean {
  const condition = compileFilter(new Map([['element', operand]]), context)
  return (element) => condition.matches(new Map([['element', element]]))
}

function memberOf(operand: Value, texts: TextOrder | undefined): (element: Value) => boolean {
  if (!Array.isArray(operand))
    refuse('BadValue', `$pullAll requires an array argument but was given a ${typeOf(operand)}`)
  return (element) => operand.some((member) => equals(member, element, texts))
}

function pop(operand: Value, path: string): Change {
  if (!isNumeric(operand)) refuse('FailedToParse', `Expected a number in: ${path}: ${typeOf(operand)}`)
  const end = integerOf(operand)
  if (end !== 1 && end !== -1) refuse('FailedToParse', `$pop expects 1 or -1, found: ${String(end)}`)
  return {
    missing: 'left',
    apply: (old) => {
      if (!Array.isArray(old))
        refuse(
          'TypeMismatch',
          `Path '${path}' contains an element of non-array type '${typeOf(old ?? null)}'`,
        )
      return end === 1 ? old.slice(0, -1) : old.slice(1)
    },
  }
}
