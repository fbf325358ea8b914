import { Decimal128, Double } from 'bson'
import { quantizedOrWhole } from '../../bson/decimal-arithmetic.ts'
import { type Decimal, decimalOf, type Rounding, toDecimal128 } from '../../bson/decimal-number.ts'
import { int32Of, isNumeric, type NumericValue, roundedLong, toDouble } from '../../bson/numbers.ts'
import type { Found, Value } from '../../bson/value.ts'
import { refuse } from '../../errors.ts'
import { type Build, isNothing, kindOf, over } from './build.ts'
import { overNumber } from './numeric.ts'

export const rounding: Record<string, Build> = Object.fromEntries([
  overNumber('$abs', absolute),
  overNumber('$ceil', (value) => rounded(value, Math.ceil, 'up')),
  overNumber('$floor', (value) => rounded(value, Math.floor, 'down')),
  over('$round', 1, 2, (value, place) => atPlace('$round', value, place, 'half-even')),
  over('$trunc', 1, 2, (value, place) => atPlace('$trunc', value, place, 'toward-zero')),
])

function absolute(value: NumericValue): Value {
  if (value instanceof Double) return new Double(Math.abs(value.value))
  if (value instanceof Decimal128) return toDecimal128({ ...decimalOf(value), negative: false })
  const size = value < 0 ? -BigInt(value) : BigInt(value)
  if (size >= 2n ** 63n) refuse(28680, "can't take $abs of long long min")
  return typeof value === 'bigint' || size > 0x7fffffffn ? size : Number(size)
}

function rounded(value: NumericValue, round: (value: number) => number, rounding: Rounding): Value {
  if (value instanceof Double) return new Double(round(value.value))
  return value instanceof Decimal128 ? toDecimal128(quantizedOrWhole(decimalOf(value), 0, rounding)) : value
}

function atPlace(name: string, value: Found, place: Found, rounding: Rounding): Found {
  if (isNothing(value)) return null
  if (!isNumeric(value)) refuse(51081, `${name} only supports numeric types, not ${kindOf(value)}`)
  if (place === null) return null
  return toPlace(name, value, placeOf(name, place), rounding)
}

function placeOf(name: string, place: Found): number {
  if (place === undefined) return 0
  const digits = int32Of(place)
  if (digits === undefined) refuse(51082, `precision argument to ${name} must be a integral value`)
  if (digits < -20 || digits > 100)
    refuse(51083, `cannot apply ${name} with precision value ${digits} value must be in [-20, 100]`)
  return digits
}

/** Doubles are rounded as the exact decimals that they are. */
function toPlace(name: string, value: NumericValue, place: number, rounding: Rounding): Value {
  const exact = (): Decimal => quantizedOrWhole(decimalOf(value, 34), -place, rounding)
  if (value instanceof Decimal128) return toDecimal128(exact())
  if (value instanceof Double)
    return Number.isFinite(value.value) ? new Double(toDouble(toDecimal128(exact()))) : value
  return place >= 0 ? value : wholeOf(name, value, exact())
}

function wholeOf(name: string, value: number | bigint, result: Decimal): Value {
  const whole = roundedLong(toDecimal128(result))
  if (whole === undefined)
    refuse(51080, `invalid conversion from Decimal128 result in ${name} resulting from arguments: [${value}]`)
  return typeof value === 'bigint' || whole > 0x7fffffffn ? whole : Number(BigInt.asIntN(32, whole))
}
