import { Decimal128, Double } from 'bson'
import { add, multiply, subtract } from '../../bson/arithmetic.ts'
import { divideDecimals, remainderOfDecimals } from '../../bson/decimal-arithmetic.ts'
import { decimalOf, isZero, toDecimal128 } from '../../bson/decimal-number.ts'
import { isNumeric, type NumericValue, toDouble } from '../../bson/numbers.ts'
import type { Found, Value } from '../../bson/value.ts'
import { refuse } from '../../errors.ts'
import { type Build, isNothing, kindOf, over, overInTurn } from './build.ts'
import { later } from './later.ts'

export const arithmetic: Record<string, Build> = Object.fromEntries([
  overInTurn('$add', checkAddend, (values) => values.reduce<Value>(plus, 0)),
  overInTurn('$multiply', checkFactor, product),
  over('$subtract', 2, 2, minus),
  over('$divide', 2, 2, divided),
  over('$mod', 2, 2, remainder),
])

function checkAddend(value: Value): void {
  if (!isNumeric(value) && !(value instanceof Date))
    refuse('TypeMismatch', `$add only supports numeric or date types, not ${kindOf(value)}`)
}

/** A sum of whole numbers that no int64 holds becomes a double. */
function plus(sum: Value, value: Value): Value {
  if (sum instanceof Date && value instanceof Date)
    refuse(16612, 'only one date allowed in an $add expression')
  if (sum instanceof Date) return later(sum, value as NumericValue, 1)
  if (value instanceof Date) return later(value, sum as NumericValue, 1)
  const [a, b] = [sum as NumericValue, value as NumericValue]
  return add(a, b) ?? new Double(toDouble(a) + toDouble(b))
}

function checkFactor(value: Value): void {
  if (!isNumeric(value)) refuse('TypeMismatch', `$multiply only supports numeric types, not ${kindOf(value)}`)
}

/** Once no int64 holds the product, it is that of all factors as doubles. */
function product(factors: Value[]): Value {
  let result: NumericValue = 1
  let double = 1
  for (const factor of factors as NumericValue[]) {
    double *= toDouble(factor)
    const next: NumericValue = multiply(result, factor) ?? new Double(double)
    result = next instanceof Double ? new Double(double) : next
  }
  return result
}

function minus(from: Found, value: Found): Found {
  if (isNumeric(from) && isNumeric(value))
    return subtract(from, value) ?? new Double(toDouble(from) - toDouble(value))
  if (isNothing(from) || isNothing(value)) return null
  if (from instanceof Date && value instanceof Date) return BigInt(from.getTime() - value.getTime())
  if (from instanceof Date && isNumeric(value)) return later(from, value, -1)
  const type = from instanceof Date ? 'Date' : kindOf(from)
  return refuse('TypeMismatch', `can't $subtract ${kindOf(value)} from ${type}`)
}

function divided(dividend: Found, divisor: Found): Found {
  if (isNumeric(dividend) && isNumeric(divisor)) return quotient(dividend, divisor)
  if (isNothing(dividend) || isNothing(divisor)) return null
  return refuse(
    'TypeMismatch',
    `$divide only supports numeric types, not ${kindOf(dividend)} and ${kindOf(divisor)}`,
  )
}

function quotient(dividend: NumericValue, divisor: NumericValue): Value {
  if (!(dividend instanceof Decimal128) && !(divisor instanceof Decimal128)) {
    if (toDouble(divisor) === 0) refuse('BadValue', "can't $divide by zero")
    return new Double(toDouble(dividend) / toDouble(divisor))
  }
  const by = decimalOf(divisor)
  if (isZero(by)) refuse('BadValue', "can't $divide by zero")
  const result = divideDecimals(decimalOf(dividend), by)
  return result
    ? toDecimal128(result)
    : refuse('CommandNotSupported', 'Dividing a decimal by an infinite one is not supported')
}

function remainder(dividend: Found, divisor: Found): Found {
  if (isNumeric(dividend) && isNumeric(divisor)) return rest(dividend, divisor)
  if (isNothing(dividend) || isNothing(divisor)) return null
  return refuse(16611, `$mod only supports numeric types, not ${kindOf(dividend)} and ${kindOf(divisor)}`)
}

function rest(a: NumericValue, b: NumericValue): Value {
  if (a instanceof Decimal128 || b instanceof Decimal128) {
    const by = decimalOf(b)
    if (isZero(by)) refuse(5733415, "can't $mod by zero")
    return toDecimal128(remainderOfDecimals(decimalOf(a), by))
  }
  if (toDouble(b) === 0) refuse(16610, "can't $mod by zero")
  if (a instanceof Double || b instanceof Double) return new Double(toDouble(a) % toDouble(b))
  const whole = BigInt(a) % BigInt(b)
  return typeof a === 'bigint' || typeof b === 'bigint' ? whole : Number(whole)
}
