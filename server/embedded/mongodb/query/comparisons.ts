import { BSONRegExp } from 'bson'
import { compare, equals, textOf, type TextOrder } from '../bson/compare.ts'
import { Undefined } from '../bson/deprecated.ts'
import { isNumeric, toDouble } from '../bson/numbers.ts'
import { rankOf, typeOf } from '../bson/types.ts'
import { isDocument, type Document, type Found, type Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import { memberTest } from './membership.ts'
import { textTest } from './regex.ts'

/** A document whose first name begins with `$` states operators, unless it refers to a document; any other is a value. */
export function hasOperators(operand: Value): operand is Document {
  if (!isDocument(operand)) return false
  const [first] = operand.keys()
  return first !== undefined && first.startsWith('$') && !(operand.has('$ref') && operand.has('$id'))
}

/** Whether the value is the operand; a missing one is null. */
export function equalTest(operand: Value, texts: TextOrder | undefined): (value: Found) => boolean {
  refuseUndefined(operand)
  return (value) => (value === undefined ? operand === null : equals(value, operand, texts))
}

function refuseUndefined(operand: Value): void {
  if (operand instanceof Undefined) refuse('BadValue', 'cannot compare to undefined')
}

/** Only values of the operand's own kind compare; NaN stands in no order but to itself. */
export function orderTest(
  operand: Value,
  texts: TextOrder | undefined,
  accepts: (order: number) => boolean,
): (value: Found) => boolean {
  if (operand instanceof BSONRegExp) refuse('BadValue', "Can't have RegEx as arg to predicate over field")
  refuseUndefined(operand)
  const rank = rankOf(operand)
  const acrossTypes = ['minKey', 'maxKey'].includes(typeOf(operand))
  const ordered = !isNotANumber(operand)
  return (value) => {
    const found = value ?? null
    if (!acrossTypes && rankOf(found) !== rank) return false
    if (ordered === isNotANumber(found)) return false
    return accepts(compare(found, operand, texts))
  }
}

function isNotANumber(value: Value): boolean {
  return isNumeric(value) && Number.isNaN(toDouble(value))
}

function refuseMember(element: Value): void {
  if (hasOperators(element)) refuse('BadValue', 'cannot nest $ under $in')
  if (element instanceof Undefined) refuse('BadValue', 'InMatchExpression equality cannot be undefined')
}

/** Whether the value is one of a list, or matches one of the patterns in it. */
export function inTest(operand: Value, texts: TextOrder | undefined): (value: Found) => boolean {
  if (!Array.isArray(operand)) refuse('BadValue', '$in needs an array')
  for (const element of operand) refuseMember(element)
  const patterns = operand.filter((element) => element instanceof BSONRegExp).map(regexTest)
  const isMember = memberTest(operand, texts)
  return (value) => isMember(value) || patterns.some((pattern) => pattern(value))
}

/** Whether a text matches; a stored pattern does where it is the same. */
export function regexTest(operand: BSONRegExp): (value: Found) => boolean {
  const matches = textTest(operand)
  return (value) => {
    if (value instanceof BSONRegExp) return equals(value, operand)
    return value !== undefined && rankOf(value) === rankOf('') && matches(textOf(value))
  }
}
