import { Decimal128, Double } from 'bson'
import { exactly } from './decimals.ts'
import type { NumericValue } from './numbers.ts'

/** What a Decimal128 stands for: `digits * 10 ** exponent` with its sign, which a zero has too, or no such number. */
export interface Decimal {
  kind: 'finite' | 'infinite' | 'nan'
  negative: boolean
  digits: bigint
  exponent: number
}

export type Rounding = 'half-even' | 'toward-zero' | 'up' | 'down'

/** Digits that a Decimal128 holds. */
export const precision = 34
const leastExponent = -6176
const greatestExponent = 6111

export const notANumber: Decimal = { kind: 'nan', negative: false, digits: 0n, exponent: 0 }

export function infinite(negative: boolean): Decimal {
  return { kind: 'infinite', negative, digits: 0n, exponent: 0 }
}

export function finite(negative: boolean, digits: bigint, exponent: number): Decimal {
  return { kind: 'finite', negative, digits, exponent }
}

export function isZero({ kind, digits }: Decimal): boolean {
  return kind === 'finite' && digits === 0n
}

/** Any number as a decimal. Of a double 15 digits count, as everywhere in MongoDB but in sums, where all do. */
export function decimalOf(value: NumericValue, digitsOfDouble: 15 | 34 = 15): Decimal {
  if (value instanceof Decimal128) return parse(value.toString())
  if (value instanceof Double) return ofDouble(value.value, digitsOfDouble)
  return finite(value < 0, magnitude(BigInt(value)), 0)
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value
}

function parse(text: string): Decimal {
  if (text === 'NaN') return notANumber
  const negative = text.startsWith('-')
  if (text.endsWith('Infinity')) return infinite(negative)
  const [mantissa = '', exponent = '0'] = text.replace(/^-/, '').split('E')
  const [whole = '', fraction = ''] = mantissa.split('.')
  return finite(negative, BigInt(whole + fraction), Number(exponent) - fraction.length)
}

function ofDouble(value: number, digits: 15 | 34): Decimal {
  if (Number.isNaN(value)) return notANumber
  const negative = value < 0 || Object.is(value, -0)
  if (!Number.isFinite(value)) return infinite(negative)
  const { coefficient, exponent } = exactly(new Double(value))
  if (coefficient === 0n) return finite(negative, 0n, 0)
  const all = shortenedTo(precision, finite(negative, magnitude(coefficient), exponent))
  return digits === precision ? all : withDigits(digits, all)
}

/** Exactly so many digits, zeros at the end where there are fewer. */
function withDigits(count: number, number: Decimal): Decimal {
  const missing = count - lengthOf(number.digits)
  if (missing <= 0) return shortenedTo(count, number)
  return { ...number, digits: number.digits * 10n ** BigInt(missing), exponent: number.exponent - missing }
}

export function lengthOf(digits: bigint): number {
  return digits === 0n ? 1 : digits.toString().length
}

/** Rounds to so many digits at most. */
function shortenedTo(count: number, number: Decimal): Decimal {
  return shortenedBy(lengthOf(number.digits) - count, count, number)
}

function shortenedBy(surplus: number, count: number, number: Decimal): Decimal {
  if (surplus <= 0) return number
  if (surplus > lengthOf(number.digits)) return { ...number, digits: 0n, exponent: number.exponent + surplus }
  const rounded = withoutDigits(number, surplus, 'half-even')
  return lengthOf(rounded.digits) > count ? withoutDigits(rounded, 1, 'half-even') : rounded
}

/** Without the last `count` digits. */
export function withoutDigits(number: Decimal, count: number, rounding: Rounding): Decimal {
  const unit = 10n ** BigInt(count)
  const [kept, rest] = [number.digits / unit, number.digits % unit]
  const grows = roundsUp(rounding, number.negative, kept, rest * 2n, unit, rest > 0n)
  return { ...number, digits: grows ? kept + 1n : kept, exponent: number.exponent + count }
}

function roundsUp(
  rounding: Rounding,
  negative: boolean,
  kept: bigint,
  twice: bigint,
  unit: bigint,
  isInexact: boolean,
): boolean {
  if (rounding === 'toward-zero') return false
  if (rounding === 'up') return isInexact && !negative
  if (rounding === 'down') return isInexact && negative
  return twice > unit || (twice === unit && kept % 2n === 1n)
}

/** The nearest number that a Decimal128 can be, ties to even: too large is infinite, too small is less exact. */
export function fitted(number: Decimal): Decimal {
  if (number.kind !== 'finite') return number
  const surplus = Math.max(lengthOf(number.digits) - precision, leastExponent - number.exponent)
  const result = shortenedBy(surplus, precision, number)
  if (result.exponent <= greatestExponent) return result
  if (isZero(result)) return { ...result, exponent: greatestExponent }
  const zeros = result.exponent - greatestExponent
  if (lengthOf(result.digits) + zeros > precision) return infinite(result.negative)
  return { ...result, digits: result.digits * 10n ** BigInt(zeros), exponent: greatestExponent }
}

/** The Decimal128 nearest to the number. */
export function toDecimal128(number: Decimal): Decimal128 {
  const sign = number.negative ? '-' : ''
  if (number.kind === 'nan') return Decimal128.fromString('NaN')
  if (number.kind === 'infinite') return Decimal128.fromString(`${sign}Infinity`)
  const { digits, exponent } = fitted(number)
  const text = fitted(number).kind === 'finite' ? `${digits}E${exponent}` : 'Infinity'
  return Decimal128.fromString(sign + text)
}
