import { Decimal128, Double, ObjectId } from 'bson'
import { isNumeric, plain, wholeNumber } from '../../bson/numbers.ts'
import { typeOf } from '../../bson/types.ts'
import type { Value } from '../../bson/value.ts'
import { refuse } from '../../errors.ts'
import { isTruthy } from '../../query/operators.ts'
import { type Build, over, overPresent } from './build.ts'
import { isoText, parseDate } from './date-text.ts'

export const conversions: Record<string, Build> = Object.fromEntries([
  over('$type', 1, 1, (value) => (value === undefined ? 'missing' : typeOf(value))),
  over('$isNumber', 1, 1, (value) => isNumeric(value)),
  overPresent('$toString', 1, 1, toText),
  overPresent('$toBool', 1, 1, isTruthy),
  overPresent('$toInt', 1, 1, (value) => toWhole('int', value)),
  overPresent('$toLong', 1, 1, (value) => toWhole('long', value)),
  overPresent('$toDouble', 1, 1, toNumber),
  overPresent('$toDate', 1, 1, toDate),
  overPresent('$toObjectId', 1, 1, toObjectId),
])

function unsupported(value: Value, target: string): never {
  return refuse(
    'ConversionFailure',
    `Unsupported conversion from ${typeOf(value)} to ${target} in $convert with no onError value`,
  )
}

function failed(text: string, target: string): never {
  return refuse('ConversionFailure', `Failed to parse ${target} '${text}' in $convert with no onError value`)
}

function toText(value: Value): Value {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean' || typeof value === 'number' || typeof value === 'bigint')
    return String(value)
  if (value instanceof Double) return doubleText(value.value)
  if (value instanceof ObjectId) return value.toHexString()
  if (value instanceof Date) return isoText(value)
  return value instanceof Decimal128 ? value.toString() : unsupported(value, 'string')
}

/** Numbers of up to 15 digits, which MongoDB and JavaScript write alike. */
function doubleText(value: number): string {
  const text = String(value)
  const isPlain = /^-?\d{1,15}(\.\d+)?$/.test(text) && Number(value.toPrecision(15)) === value
  return isPlain ? text : refuse('CommandNotSupported', `Text of the double ${text} is not supported`)
}

function toWhole(target: 'int' | 'long', value: Value): Value {
  const whole = wholeOf(target, value)
  const fits = wholeNumber(whole)
  if (fits === undefined || (target === 'int' && typeof fits === 'bigint'))
    refuse(
      'ConversionFailure',
      `Conversion would overflow target type in $convert with no onError value: ${whole}`,
    )
  return target === 'int' ? fits : BigInt(fits)
}

function wholeOf(target: string, value: Value): bigint {
  if (typeof value === 'boolean') return BigInt(value)
  if (typeof value === 'string')
    return /^[+-]?\d+$/.test(value) ? BigInt(value.replace('+', '')) : failed(value, 'number')
  if (value instanceof Date && target === 'long') return BigInt(value.getTime())
  if (!isNumeric(value) || value instanceof Decimal128) return unsupported(value, target)
  const number = plain(value)
  if (typeof number === 'number' && !Number.isFinite(number))
    refuse(
      'ConversionFailure',
      'Attempt to convert infinity or NaN value to integer type in $convert with no onError value',
    )
  return typeof number === 'bigint' ? number : BigInt(Math.trunc(number))
}

function toNumber(value: Value): Value {
  if (typeof value === 'boolean') return new Double(Number(value))
  if (value instanceof Date) return new Double(value.getTime())
  if (typeof value === 'string')
    return new Double(
      /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value) ? Number(value) : failed(value, 'number'),
    )
  if (!isNumeric(value) || value instanceof Decimal128) return unsupported(value, 'double')
  return new Double(Number(plain(value)))
}

function toDate(value: Value): Value {
  if (value instanceof Date) return value
  if (value instanceof ObjectId) return value.getTimestamp()
  if (typeof value === 'string') return parseDate(value) ?? failed(value, 'date')
  if (typeof value === 'bigint' || value instanceof Double) return new Date(Math.trunc(Number(plain(value))))
  return unsupported(value, 'date')
}

function toObjectId(value: Value): Value {
  if (value instanceof ObjectId) return value
  if (typeof value !== 'string') return unsupported(value, 'objectId')
  return /^[0-9a-f]{24}$/i.test(value) ? ObjectId.createFromHexString(value) : failed(value, 'objectId')
}
