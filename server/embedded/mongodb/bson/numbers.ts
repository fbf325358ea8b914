import { Decimal128, Double } from 'bson'
import { type Decimal, decimalOf, type Rounding, withoutDigits } from './decimal-number.ts'
import { compareDecimals, exactly } from './decimals.ts'
import type { Found } from './value.ts'

export type NumericValue = number | bigint | Double | Decimal128

export function isNumeric(value: Found): value is NumericValue {
  return (
    typeof value === 'number' ||
    typeof value === 'bigint' ||
    value instanceof Double ||
    value instanceof Decimal128
  )
}

/** The number itself; JavaScript compares bigint and number exactly. Decimals have no such form. */
export function plain(value: number | bigint | Double): number | bigint {
  return value instanceof Double ? value.value : value
}

/** Exact across all four types; NaN equals itself and stands below every other number, as MongoDB has it. */
export function compareNumbers(a: NumericValue, b: NumericValue): number {
  if (a instanceof Decimal128 || b instanceof Decimal128) return compareDecimals(exactly(a), exactly(b))
  const left = plain(a)
  const right = plain(b)
  if (left < right) return -1
  if (left > right) return 1
  return Number(isNaN(right)) - Number(isNaN(left))
}

export function isNaN(value: number | bigint): boolean {
  return value !== value
}

/** The nearest double. */
export function toDouble(value: NumericValue): number {
  return value instanceof Decimal128 ? Number(value.toString()) : Number(plain(value))
}

const int32 = { least: -(2 ** 31), greatest: 2 ** 31 - 1 }

/** An int32 where the whole number fits, else an int64; `undefined` where that does not hold it either. */
export function wholeNumber(value: bigint): number | bigint | undefined {
  if (value >= int32.least && value <= int32.greatest) return Number(value)
  return BigInt.asIntN(64, value) === value ? value : undefined
}

/** A count as MongoDB gives it back: an int32 while it fits. */
export function countValue(count: number): number | bigint {
  return count <= int32.greatest ? count : BigInt(count)
}

/** The whole number that any numeric type may hold, or `undefined`. */
export function integerOf(value: Found): number | undefined {
  if (!isNumeric(value)) return undefined
  const number = toDouble(value)
  return Number.isSafeInteger(number) ? number : undefined
}

/** The int32 that any numeric type may hold, or `undefined`. */
export function int32Of(value: Found): number | undefined {
  const number = integerOf(value)
  return number === undefined || number < int32.least || number > int32.greatest ? undefined : number
}

/** The int64 nearest to a decimal, ties to even, or by another rounding; `undefined` where there is none. */
export function roundedLong(value: Decimal128, rounding: Rounding = 'half-even'): bigint | undefined {
  const number = decimalOf(value)
  if (number.kind !== 'finite') return undefined
  const { negative, digits } = wholeDecimal(number, rounding)
  const whole = negative ? -digits : digits
  return BigInt.asIntN(64, whole) === whole ? whole : undefined
}

function wholeDecimal(number: Decimal, rounding: Rounding): Decimal {
  if (number.exponent < 0) return withoutDigits(number, -number.exponent, rounding)
  return { ...number, digits: number.digits * 10n ** BigInt(number.exponent), exponent: 0 }
}
