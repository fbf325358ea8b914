import { Decimal128, Double, ObjectId, Timestamp } from 'bson'
import { decimalOf, fitted, toDecimal128 } from '../../bson/decimal-number.ts'
import { isNumeric, plain, roundedLong, toDouble, wholeNumber } from '../../bson/numbers.ts'
import type { TypeName } from '../../bson/types.ts'
import type { Value } from '../../bson/value.ts'
import { refuse } from '../../errors.ts'
import { isTruthy } from '../../query/operators.ts'
import { kindOf } from './build.ts'
import { isoText, parseDate } from './date-text.ts'
import { dateAt } from './later.ts'
import { doubleText } from './texts.ts'

/** The value in another type; refuses with ConversionFailure where that cannot be. */
export function convertTo(target: TypeName | 'missing', value: Value): Value {
  const convert = target in targets ? targets[target as keyof typeof targets] : undefined
  return convert ? convert(value) : unsupported(value, target)
}

const targets: Partial<Record<TypeName, (value: Value) => Value>> = {
  string: toText,
  bool: isTruthy,
  int: (value) => toWhole('int', value),
  long: (value) => toWhole('long', value),
  double: toDoubleValue,
  decimal: toDecimal,
  date: toDate,
  objectId: toObjectId,
}

const noHandler = 'in $convert with no onError value'

function unsupported(value: Value, target: string): never {
  return refuse('ConversionFailure', `Unsupported conversion from ${kindOf(value)} to ${target} ${noHandler}`)
}

function failed(kind: string, text: string): never {
  return refuse('ConversionFailure', `Failed to parse ${kind} '${text}' ${noHandler}`)
}

function overflow(value: unknown): never {
  return refuse('ConversionFailure', `Conversion would overflow target type ${noHandler}: ${String(value)}`)
}

function toText(value: Value): Value {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean' || typeof value === 'number' || typeof value === 'bigint')
    return String(value)
  if (value instanceof Double) return doubleText(value.value)
  if (value instanceof ObjectId) return value.toHexString()
  if (value instanceof Date) return isoText(value)
  if (value instanceof Decimal128) return value.toString()
  if (kindOf(value) === 'binData') refuse('CommandNotSupported', '$convert of binary data is not supported')
  return unsupported(value, 'string')
}

function toWhole(target: 'int' | 'long', value: Value): Value {
  const whole = wholeOf(target, value)
  const fits = wholeNumber(whole)
  if (fits === undefined || (target === 'int' && typeof fits === 'bigint')) overflow(whole)
  return target === 'int' ? fits : BigInt(fits)
}

function wholeOf(target: string, value: Value): bigint {
  if (typeof value === 'boolean') return BigInt(value)
  if (typeof value === 'string') return wholeIn(value)
  if (value instanceof Date && target === 'long') return BigInt(value.getTime())
  if (!isNumeric(value)) return unsupported(value, target)
  const number = toDouble(value)
  if (Number.isNaN(number))
    refuse('ConversionFailure', `Attempt to convert NaN value to integer type ${noHandler}`)
  if (value instanceof Decimal128) return roundedLong(value, 'toward-zero') ?? decimalTooLarge(value)
  if (!Number.isFinite(number)) refuseInfinite()
  const exact = plain(value)
  return typeof exact === 'bigint' ? exact : BigInt(Math.trunc(exact))
}

function decimalTooLarge(value: Decimal128): never {
  return decimalOf(value).kind === 'infinite' ? refuseInfinite() : overflow(value.toString())
}

function refuseInfinite(): never {
  return refuse('ConversionFailure', `Attempt to convert infinity value to integer type ${noHandler}`)
}

function wholeIn(text: string): bigint {
  return /^[+-]?\d+$/.test(text) ? BigInt(text.replace('+', '')) : failed('number', text)
}

const decimalShape = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i
const specialShape = /^[+-]?(inf(inity)?|nan)$/i

function toDoubleValue(value: Value): Value {
  if (typeof value === 'boolean') return new Double(Number(value))
  if (value instanceof Date) return new Double(value.getTime())
  if (typeof value === 'string') return new Double(doubleIn(value))
  if (!isNumeric(value)) return unsupported(value, 'double')
  const number = toDouble(value)
  if (value instanceof Decimal128 && !Number.isFinite(number) && decimalOf(value).kind === 'finite')
    overflow(value.toString())
  return new Double(number)
}

function doubleIn(text: string): number {
  if (specialShape.test(text)) refuse('CommandNotSupported', `Reading '${text}' as a number is not supported`)
  const number = decimalShape.test(text) ? Number(text) : failed('number', text)
  return Number.isFinite(number) ? number : failed('number', text)
}

function toDecimal(value: Value): Value {
  if (typeof value === 'boolean') return Decimal128.fromString(value ? '1' : '0')
  if (value instanceof Date) return toDecimal128(decimalOf(BigInt(value.getTime())))
  if (typeof value === 'string') return decimalIn(value)
  return isNumeric(value) ? toDecimal128(decimalOf(value)) : unsupported(value, 'decimal')
}

function decimalIn(text: string): Value {
  if (specialShape.test(text)) refuse('CommandNotSupported', `Reading '${text}' as a number is not supported`)
  const match = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d{1,6}))?$/i.exec(text)
  if (!match || !decimalShape.test(text)) return failed('number', text)
  const [, sign, whole = '', fraction = '', exponent = '0'] = match
  const digits = BigInt(whole + fraction)
  const number = {
    kind: 'finite' as const,
    negative: sign === '-',
    digits,
    exponent: Number(exponent) - fraction.length,
  }
  if (fitted(number).kind === 'infinite') failed('number', text)
  return toDecimal128(number)
}

function toDate(value: Value): Value {
  if (value instanceof Date) return value
  if (value instanceof ObjectId) return value.getTimestamp()
  if (value instanceof Timestamp) return new Date(value.t * 1000)
  if (typeof value === 'string') return parseDate(value)
  if (typeof value === 'bigint' || value instanceof Double || value instanceof Decimal128)
    return dateAt(BigInt(toWhole('long', value) as bigint))
  return unsupported(value, 'date')
}

function toObjectId(value: Value): Value {
  if (value instanceof ObjectId) return value
  if (typeof value !== 'string') return unsupported(value, 'objectId')
  return /^[0-9a-f]{24}$/i.test(value) ? ObjectId.createFromHexString(value) : failed('objectId', value)
}
