import { Timestamp } from 'bson'
import { add, multiply } from '../bson/arithmetic.ts'
import { compare } from '../bson/compare.ts'
import { isNumeric, type NumericValue } from '../bson/numbers.ts'
import { typeOf } from '../bson/types.ts'
import { copy, isDocument, type Found, type Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import { arrayOperators } from './array-operators.ts'
import type { Change } from './paths.ts'

/** What an operator does to the field at `path`; the operand is checked once, before any document is changed. */
export type Operator = (operand: Value, path: string) => Change

function creating(apply: (old: Found) => Found): Change {
  return { creates: true, apply }
}

/** Operators that change one field by its old value alone. */
export const operators: Record<string, Operator> = {
  $set: (operand) => creating(() => copy(operand)),
  $setOnInsert: (operand) => creating(() => copy(operand)),
  $unset: () => ({ creates: false, apply: () => undefined }),
  $inc: (operand, path) =>
    arithmetic('$inc', operand, path, (old, number) => (old === undefined ? number : add(old, number))),
  $mul: (operand, path) => arithmetic('$mul', operand, path, (old, number) => multiply(old ?? 0, number)),
  $min: (operand) =>
    creating((old) => (old === undefined || compare(operand, old) < 0 ? copy(operand) : old)),
  $max: (operand) =>
    creating((old) => (old === undefined || compare(operand, old) > 0 ? copy(operand) : old)),
  $currentDate: currentDate,
  ...arrayOperators,
}

function arithmetic(
  name: string,
  operand: Value,
  path: string,
  calculate: (old: NumericValue | undefined, operand: NumericValue) => NumericValue | undefined,
): Change {
  const word = name === '$inc' ? 'increment' : 'multiply'
  if (!isNumeric(operand)) refuse('TypeMismatch', `Cannot ${word} with non-numeric argument: {${path}: ...}`)
  return creating((old) => {
    if (old !== undefined && !isNumeric(old))
      refuse(
        'TypeMismatch',
        `Cannot apply ${name} to a value of non-numeric type: the field '${path}' is of type ${typeOf(old)}`,
      )
    return (
      calculate(old, operand) ??
      refuse('BadValue', `Failed to apply ${name} operations to current value: integer overflow`)
    )
  })
}

function currentDate(operand: Value): Change {
  const type = isDocument(operand) ? operand.get('$type') : operand
  if (type === true || type === 'date') return creating(() => new Date())
  if (type === 'timestamp') return creating(() => new Timestamp({ t: Math.floor(Date.now() / 1000), i: 1 }))
  return refuse('BadValue', "The '$type' string field is required to be 'date' or 'timestamp'")
}
