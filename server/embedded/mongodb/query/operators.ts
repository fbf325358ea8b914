import type { BSONRegExp } from 'bson'
import type { TextOrder } from '../bson/compare.ts'
import { Undefined } from '../bson/deprecated.ts'
import { describe } from '../bson/describe.ts'
import { integerOf, isNumeric, toDouble } from '../bson/numbers.ts'
import type { Found, Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import { bitTests } from './bits.ts'
import { equalTest, inTest, orderTest, regexTest } from './comparisons.ts'
import { typeTest } from './type-operand.ts'
import { truncated } from './whole.ts'

export interface Test {
  /** Whether an array at the end of the path is also asked element by element. */
  expand: boolean
  test(value: Found): boolean
}

/** The question that an operator asks of one value. */
export function compileTest(operator: string, operand: Value, texts: TextOrder | undefined): Test {
  const build = tests[operator]
  if (!build) return refuseOperator(operator)
  return { expand: operator !== '$size' && operator !== '$exists', test: build(operand, texts) }
}

const unsupported = new Set('$geoWithin $geoIntersects $near $nearSphere $within $geoNear'.split(' '))

function refuseOperator(operator: string): never {
  if (unsupported.has(operator)) refuse('CommandNotSupported', `${operator} is not supported`)
  return refuse('BadValue', `unknown operator: ${operator}`)
}

const combined = new Set(['$not', '$ne', '$nin', '$all', '$elemMatch', '$options'])

/** Whether the operator asks something of a field, as `$gt` does and `$or` does not. */
export function isPathOperator(name: string): boolean {
  return Object.hasOwn(tests, name) || unsupported.has(name) || combined.has(name)
}

type Build = (operand: Value, texts: TextOrder | undefined) => (value: Found) => boolean

const tests: Record<string, Build> = {
  $eq: equalTest,
  $gt: (operand, texts) => orderTest(operand, texts, (order) => order > 0),
  $gte: (operand, texts) => orderTest(operand, texts, (order) => order >= 0),
  $lt: (operand, texts) => orderTest(operand, texts, (order) => order < 0),
  $lte: (operand, texts) => orderTest(operand, texts, (order) => order <= 0),
  $in: inTest,
  $exists: () => (value) => value !== undefined,
  $type: typeTest,
  $size: sizeTest,
  $mod: modTest,
  $regex: (operand) => regexTest(operand as BSONRegExp),
  ...bitTests,
}

/** Whether MongoDB takes the value for true. */
export function isTruthy(value: Found): boolean {
  if (value === undefined || value === null || value === false || value instanceof Undefined) return false
  return !isNumeric(value) || toDouble(value) !== 0
}

function sizeTest(operand: Value): (value: Found) => boolean {
  const size = integerOf(operand)
  const stated = `$size: ${describe(operand)}`
  if (!isNumeric(operand)) refuse('BadValue', `Failed to parse $size. Expected a number in: ${stated}`)
  if (size === undefined) refuse('BadValue', `Failed to parse $size. Expected an integer: ${stated}`)
  if (size < 0) refuse('BadValue', `Failed to parse $size. Expected a non-negative number in: ${stated}`)
  return (value) => Array.isArray(value) && value.length === size
}

function modTest(operand: Value): (value: Found) => boolean {
  if (!Array.isArray(operand)) refuse('BadValue', 'malformed mod, needs to be an array')
  if (operand.length < 2) refuse('BadValue', 'malformed mod, not enough elements')
  if (operand.length > 2) refuse('BadValue', 'malformed mod, too many elements')
  const divisor = modPart('divisor', operand[0] as Value)
  const remainder = modPart('remainder', operand[1] as Value)
  if (divisor === 0n) refuse('BadValue', 'divisor cannot be 0')
  return (value) => {
    const whole = truncated(value)
    return whole !== undefined && whole % divisor === remainder
  }
}

function modPart(name: string, value: Value): bigint {
  if (!isNumeric(value)) refuse('BadValue', `malformed mod, ${name} not a number`)
  return (
    truncated(value) ??
    refuse(
      'BadValue',
      `malformed mod, ${name} value is invalid :: caused by :: ${describe(value)} fits no int64`,
    )
  )
}
