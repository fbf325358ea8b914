import { compare } from '../bson/compare.ts'
import { copy, type Found, type Value } from '../bson/value.ts'
import type { Context } from '../query/context.ts'
import { arithmeticOperators } from './arithmetic-operators.ts'
import { arrayOperators } from './array-operators.ts'
import { bit } from './bit.ts'
import { currentDate } from './current-date.ts'
import type { Change } from './paths.ts'
import { push } from './push.ts'

/** What an operator does to the field at `path`; the operand is checked once, before any document is changed. */
export type Operator = (operand: Value, path: string, context: Context) => Change

function making(apply: (old: Found) => Found): Change {
  return { missing: 'made', apply }
}

const set: Operator = (operand) => making(() => copy(operand))

/** Operators that change one field by its old value alone. */
export const operators: Record<string, Operator> = {
  $set: set,
  $setOnInsert: set,
  $unset: () => ({ missing: 'ignored', apply: () => undefined }),
  $min: extreme((order) => order < 0),
  $max: extreme((order) => order > 0),
  $currentDate: currentDate,
  $bit: bit,
  $push: push,
  ...arithmeticOperators,
  ...arrayOperators,
}

function extreme(isBetter: (order: number) => boolean): Operator {
  return (operand, _path, { texts }) =>
    making((old) => (old === undefined || isBetter(compare(operand, old, texts)) ? copy(operand) : old))
}
