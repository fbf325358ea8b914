import { Decimal128, Double } from 'bson'
import { multiplyDecimals } from '../../bson/decimal-arithmetic.ts'
import { type Decimal, decimalOf, finite, toDecimal128 } from '../../bson/decimal-number.ts'
import { isNumeric, type NumericValue, plain, toDouble } from '../../bson/numbers.ts'
import type { Value } from '../../bson/value.ts'
import { refuse } from '../../errors.ts'
import { type Build, kindOf, over, isNothing } from './build.ts'
import { noDecimal, overNumber } from './numeric.ts'

export const trigonometry: Record<string, Build> = Object.fromEntries([
  bounded('$sin', Math.sin, (x) => Math.abs(x) < Infinity),
  bounded('$cos', Math.cos, (x) => Math.abs(x) < Infinity),
  bounded('$tan', Math.tan, (x) => Math.abs(x) < Infinity),
  bounded('$asin', Math.asin, (x) => Math.abs(x) <= 1),
  bounded('$acos', Math.acos, (x) => Math.abs(x) <= 1),
  bounded('$atanh', Math.atanh, (x) => Math.abs(x) <= 1),
  bounded('$acosh', Math.acosh, (x) => x >= 1),
  bounded('$atan', Math.atan, () => true),
  bounded('$asinh', Math.asinh, () => true),
  bounded('$sinh', Math.sinh, () => true),
  bounded('$cosh', Math.cosh, () => true),
  bounded('$tanh', Math.tanh, () => true),
  over('$atan2', 2, 2, (y, x) => {
    if (isNothing(y)) return null
    if (!isNumeric(y)) refuse(51044, `$atan2 only supports numeric types, not ${kindOf(y)}`)
    if (isNothing(x)) return null
    if (!isNumeric(x)) refuse(51045, `$atan2 only supports numeric types, not ${kindOf(x)}`)
    return new Double(Math.atan2(doubleFor('$atan2', y), doubleFor('$atan2', x)))
  }),
  overNumber('$degreesToRadians', (value) => scaled(value, Math.PI / 180, radiansInDegree)),
  overNumber('$radiansToDegrees', (value) => scaled(value, 180 / Math.PI, degreesInRadian)),
])

const radiansInDegree = finite(false, 1745329251994329576923690768488613n, -35)
const degreesInRadian = finite(false, 5729577951308232087679815481410517n, -32)

function doubleFor(name: string, value: NumericValue): number {
  return Number(plain(noDecimal(name, value)))
}

/** Refuses what the function is not defined for. */
function bounded(
  name: string,
  calculate: (value: number) => number,
  isDefined: (value: number) => boolean,
): [string, Build] {
  return overNumber(name, (value) => {
    const number = toDouble(value)
    if (!Number.isNaN(number) && !isDefined(number))
      refuse(50989, `cannot apply ${name} to ${number}, value must be in its domain`)
    return new Double(calculate(doubleFor(name, value)))
  })
}

function scaled(value: NumericValue, factor: number, exact: Decimal): Value {
  if (value instanceof Decimal128) return toDecimal128(multiplyDecimals(decimalOf(value), exact))
  return new Double(toDouble(value) * factor)
}
