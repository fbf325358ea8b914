import { isNumeric } from '../../bson/numbers.ts'
import { type TypeName, types } from '../../bson/types.ts'
import type { Found, Value } from '../../bson/value.ts'
import { CommandError, refuse } from '../../errors.ts'
import type { Compiler, Expression, Scope } from '../expression.ts'
import { type Build, isNothing, kindOf, over } from './build.ts'
import { convertTo } from './convert.ts'
import { compiledParts, type Shape } from './parts.ts'

const shortcuts: Record<string, TypeName> = {
  $toString: 'string',
  $toBool: 'bool',
  $toInt: 'int',
  $toLong: 'long',
  $toDouble: 'double',
  $toDecimal: 'decimal',
  $toDate: 'date',
  $toObjectId: 'objectId',
}

export const conversions: Record<string, Build> = {
  ...Object.fromEntries([
    over('$type', 1, 1, kindOf),
    over('$isNumber', 1, 1, (value) => isNumeric(value)),
    ...Object.entries(shortcuts).map(([name, target]) => [name, converting(name, target)] as const),
  ]),
  $convert: convert,
}

function converting(name: string, target: TypeName): Build {
  return (operand, { compile }) => {
    const operands = Array.isArray(operand) ? operand : [operand]
    if (operands.length !== 1) refuse(50723, `${name} requires a single argument, got ${operands.length}`)
    const input = compile(operands[0] as Value)
    return (scope) => {
      const value = input(scope)
      return isNothing(value) ? null : convertTo(target, value)
    }
  }
}

const convertShape: Shape = {
  noDocument: 'FailedToParse',
  unknown: 'FailedToParse',
  needed: { input: 'FailedToParse', to: 'FailedToParse' },
  optional: ['onError', 'onNull', 'format', 'byteOrder'],
}

function convert(operand: Value, compiler: Compiler): Expression {
  const { input, to, onError, onNull, format, byteOrder } = compiledParts<string>(
    '$convert',
    operand,
    convertShape,
    compiler,
  )
  if (format || byteOrder) refuse('CommandNotSupported', '$convert of binary data is not supported')
  return (scope) => {
    const target = targetOf(to?.(scope))
    const value = input?.(scope)
    if (isNothing(value)) return onNull ? onNull(scope) : null
    return target && converted(target, value, onError, scope)
  }
}

function converted(
  target: TypeName | 'missing',
  value: Value,
  onError: Expression | undefined,
  scope: Scope,
): Found {
  try {
    return convertTo(target, value)
  } catch (error) {
    if (onError && error instanceof CommandError && error.codeName === 'ConversionFailure')
      return onError(scope)
    throw error
  }
}

/** Null where no target is named. */
function targetOf(to: Found): TypeName | 'missing' | null {
  if (isNothing(to)) return null
  if (typeof to === 'string') {
    if (to === 'missing' || Object.hasOwn(types, to)) return to as TypeName | 'missing'
    return refuse('BadValue', `Unknown type name: ${to}`)
  }
  if (!isNumeric(to))
    refuse('FailedToParse', `$convert's 'to' argument must be a string or number, but is ${kindOf(to)}`)
  const named = (Object.keys(types) as TypeName[]).find((name) => types[name] === Number(String(to)))
  return (
    named ?? refuse('FailedToParse', "In $convert, numeric value for 'to' does not correspond to a BSON type")
  )
}
