import { BSONRegExp } from 'bson'
import { compare, equals, textOf, type TextOrder } from '../bson/compare.ts'
import { integerOf, isNumeric, toDouble } from '../bson/numbers.ts'
import { rankOf, typeOf } from '../bson/types.ts'
import type { Found, Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import { regexOf } from './regex.ts'
import { memberTest } from './membership.ts'
import { typeTest } from './type-operand.ts'

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

const unsupported = new Set(
  '$geoWithin $geoIntersects $near $nearSphere $within $geoNear $bitsAllSet $bitsAnySet $bitsAllClear $bitsAnyClear'.split(
    ' ',
  ),
)

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
}

export function equalTest(operand: Value, texts: TextOrder | undefined): (value: Found) => boolean {
  return (value) => (value === undefined ? operand === null : equals(value, operand, texts))
}

/** Only values of the operand's own kind compare; NaN stands in no order but to itself. */
function orderTest(
  operand: Value,
  texts: TextOrder | undefined,
  accepts: (order: number) => boolean,
): (value: Found) => boolean {
  if (operand instanceof BSONRegExp) refuse('BadValue', "Can't have RegEx as arg to predicate over field")
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

function inTest(operand: Value, texts: TextOrder | undefined): (value: Found) => boolean {
  if (!Array.isArray(operand)) refuse('BadValue', '$in needs an array')
  const patterns = operand.filter((element) => element instanceof BSONRegExp).map(regexTest)
  const isMember = memberTest(operand, texts)
  return (value) => isMember(value) || patterns.some((pattern) => pattern(value))
}

/** Whether MongoDB takes the value for true. */
export function isTruthy(value: Found): boolean {
  if (value === undefined || value === null || value === false) return false
  return !isNumeric(value) || toDouble(value) !== 0
}

function sizeTest(operand: Value): (value: Found) => boolean {
  const size = integerOf(operand)
  if (size === undefined) refuse('FailedToParse', 'Failed to parse $size. Expected an integer')
  if (size < 0) refuse('BadValue', 'Failed to parse $size. Expected a non-negative number')
  return (value) => Array.isArray(value) && value.length === size
}

function modTest(operand: Value): (value: Found) => boolean {
  if (!Array.isArray(operand)) refuse('BadValue', 'malformed mod, needs to be an array')
  if (operand.length !== 2) refuse('BadValue', 'malformed mod, needs two numbers')
  const [divisor, remainder] = operand.map(truncated)
  if (divisor === undefined || remainder === undefined) refuse('BadValue', 'malformed mod, needs numbers')
  if (divisor === 0n) refuse('BadValue', 'divisor cannot be 0')
  return (value) => {
    const whole = truncated(value)
    return whole !== undefined && whole % divisor === remainder
  }
}

function truncated(value: Found): bigint | undefined {
  if (!isNumeric(value)) return undefined
  if (typeof value === 'bigint') return value
  const number = toDouble(value)
  return Number.isFinite(number) ? BigInt(Math.trunc(number)) : undefined
}

function regexTest(operand: BSONRegExp): (value: Found) => boolean {
  const regex = regexOf(operand)
  return (value) => {
    if (value instanceof BSONRegExp) return equals(value, operand)
    return value !== undefined && rankOf(value) === rankOf('') && regex.test(textOf(value))
  }
}
