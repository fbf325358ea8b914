import { Decimal128, Double } from 'bson'
import { rootOfDecimal } from '../../bson/decimal-arithmetic.ts'
import { decimalOf, toDecimal128 } from '../../bson/decimal-number.ts'
import { isNumeric, type NumericValue, plain, toDouble, wholeNumber } from '../../bson/numbers.ts'
import type { Value } from '../../bson/value.ts'
import { refuse } from '../../errors.ts'
import { type Build, kindOf, overPresent } from './build.ts'
import { noDecimal, overNumber } from './numeric.ts'

export const powers: Record<string, Build> = Object.fromEntries([
  overNumber('$sqrt', squareRoot),
  overNumber('$exp', (value) => new Double(Math.exp(doubleFor('$exp', value)))),
  overNumber('$ln', (value) => new Double(Math.log(positive('$ln', value, 28766)))),
  overNumber('$log10', (value) => new Double(Math.log10(positive('$log10', value, 28761)))),
  overPresent('$log', 2, 2, logarithm),
  overPresent('$pow', 2, 2, power),
])

function doubleFor(name: string, value: NumericValue): number {
  return Number(plain(noDecimal(name, value)))
}

function squareRoot(value: NumericValue): Value {
  const refuseNegative = () => refuse(28714, "$sqrt's argument must be greater than or equal to 0")
  if (value instanceof Decimal128) return toDecimal128(rootOfDecimal(decimalOf(value)) ?? refuseNegative())
  const number = toDouble(value)
  return number < 0 ? refuseNegative() : new Double(Math.sqrt(number))
}

function positive(name: string, value: NumericValue, code: number): number {
  const number = toDouble(value)
  if (number <= 0) refuse(code, `${name}'s argument must be a positive number, but is ${number}`)
  return doubleFor(name, value)
}

function logarithm(value: Value, base: Value): Value {
  if (!isNumeric(value)) refuse(28756, `$log's argument must be numeric, not ${kindOf(value)}`)
  if (!isNumeric(base)) refuse(28757, `$log's base must be numeric, not ${kindOf(base)}`)
  const [a, b] = [positive('$log', value, 28758), toDouble(base)]
  if (b <= 0 || b === 1) refuse(28759, `$log's base must be a positive number not equal to 1, but is ${b}`)
  return new Double(Math.log(a) / Math.log(doubleFor('$log', base)))
}

function power(base: Value, exponent: Value): Value {
  if (!isNumeric(base)) refuse(28762, `$pow's base must be numeric, not ${kindOf(base)}`)
  if (!isNumeric(exponent)) refuse(28763, `$pow's exponent must be numeric, not ${kindOf(exponent)}`)
  if (toDouble(base) === 0 && toDouble(exponent) < 0)
    refuse(28764, '$pow cannot take a base of 0 and a negative exponent')
  const [a, b] = [noDecimal('$pow', base), noDecimal('$pow', exponent)]
  if (a instanceof Double || b instanceof Double) return new Double(floatPower(toDouble(a), toDouble(b)))
  return wholePower(a, b)
}

/** A whole number while an int64 holds it. */
function wholePower(base: number | bigint, exponent: number | bigint): Value {
  const isUnit = base >= -1 && base <= 1
  const times = isUnit && exponent > 1 ? BigInt(exponent) % 2n || 2n : BigInt(exponent)
  const result = powerWithin(BigInt(base), isUnit && times < 0n ? -times % 2n : times)
  if (result === undefined) return new Double(floatPower(Number(base), Number(exponent)))
  return typeof base === 'bigint' || typeof exponent === 'bigint' ? BigInt(result) : result
}

function powerWithin(base: bigint, exponent: bigint): number | bigint | undefined {
  return exponent >= 0n && exponent <= 63n ? wholeNumber(base ** exponent) : undefined
}

/** C's `pow` gives 1 for 1 to any power, and for -1 to an infinite one. */
function floatPower(base: number, exponent: number): number {
  if (base === 1 || (base === -1 && Math.abs(exponent) === Infinity)) return 1
  return base ** exponent
}
