import { Decimal128, Double } from 'bson'
import { add, multiply, refuseDecimals, subtract } from '../../bson/arithmetic.ts'
import { isNumeric, type NumericValue, plain, toDouble } from '../../bson/numbers.ts'
import { typeOf } from '../../bson/types.ts'
import type { Found, Value } from '../../bson/value.ts'
import { refuse } from '../../errors.ts'
import { type Build, isNothing, overPresent } from './build.ts'

export const arithmetic: Record<string, Build> = Object.fromEntries([
  overPresent('$add', 0, Infinity, (...values) => values.reduce<Value>(plus, 0)),
  overPresent('$multiply', 0, Infinity, (...values) => values.reduce<Value>(times, 1)),
  overPresent('$subtract', 2, 2, minus),
  overPresent('$divide', 2, 2, divided),
  overPresent('$mod', 2, 2, remainder),
  overPresent('$abs', 1, 1, (value) => absolute(numberFor('$abs', value))),
  overPresent('$ceil', 1, 1, (value) => rounded(numberFor('$ceil', value), Math.ceil)),
  overPresent('$floor', 1, 1, (value) => rounded(numberFor('$floor', value), Math.floor)),
  overPresent('$trunc', 1, 1, (value) => rounded(numberFor('$trunc', value), Math.trunc)),
  overPresent('$round', 1, 1, (value) => rounded(numberFor('$round', value), roundToEven)),
  overPresent('$sqrt', 1, 1, squareRoot),
  overPresent('$exp', 1, 1, (value) => new Double(Math.exp(toDouble(numberFor('$exp', value))))),
  overPresent('$ln', 1, 1, (value) => new Double(Math.log(positive('$ln', value)))),
  overPresent('$log10', 1, 1, (value) => new Double(Math.log10(positive('$log10', value)))),
])

/** Refuses what is no number; decimals would need arithmetic of their own. */
export function numberFor(name: string, value: Found): Exclude<NumericValue, Decimal128> {
  if (!isNumeric(value))
    refuse(
      'TypeMismatch',
      `${name} only supports numeric types, not ${isNothing(value) ? 'missing' : typeOf(value)}`,
    )
  return value instanceof Decimal128 ? refuseDecimals() : value
}

/** A sum of whole numbers that no int64 holds becomes a double. */
function plus(sum: Value, value: Value): Value {
  if (sum instanceof Date && value instanceof Date)
    refuse(16612, 'only one date allowed in an $add expression')
  if (sum instanceof Date) return later(sum, value)
  if (value instanceof Date) return later(value, sum)
  const [a, b] = [numberFor('$add', sum), numberFor('$add', value)]
  return add(a, b) ?? new Double(Number(plain(a)) + Number(plain(b)))
}

function later(date: Date, value: Value): Date {
  return new Date(date.getTime() + Math.round(toDouble(numberFor('$add', value))))
}

function times(product: Value, value: Value): Value {
  const [a, b] = [numberFor('$multiply', product), numberFor('$multiply', value)]
  return multiply(a, b) ?? new Double(Number(plain(a)) * Number(plain(b)))
}

function minus(from: Value, value: Value): Value {
  if (from instanceof Date) {
    if (value instanceof Date) return BigInt(from.getTime() - value.getTime())
    return new Date(from.getTime() - Math.round(toDouble(numberFor('$subtract', value))))
  }
  const [a, b] = [numberFor('$subtract', from), numberFor('$subtract', value)]
  return subtract(a, b) ?? new Double(Number(plain(a)) - Number(plain(b)))
}

function divided(dividend: Value, divisor: Value): Value {
  const by = toDouble(numberFor('$divide', divisor))
  if (by === 0) refuse('BadValue', "can't $divide by zero")
  return new Double(toDouble(numberFor('$divide', dividend)) / by)
}

function remainder(dividend: Value, divisor: Value): Value {
  const [a, b] = [numberFor('$mod', dividend), numberFor('$mod', divisor)]
  if (toDouble(b) === 0) refuse(16610, "can't $mod by zero")
  if (a instanceof Double || b instanceof Double) return new Double(Number(plain(a)) % Number(plain(b)))
  const rest = BigInt(a) % BigInt(b)
  return typeof a === 'bigint' || typeof b === 'bigint' ? rest : Number(rest)
}

function absolute(value: Exclude<NumericValue, Decimal128>): Value {
  if (value instanceof Double) return new Double(Math.abs(value.value))
  const size = value < 0 ? -BigInt(value) : BigInt(value)
  if (size >= 2n ** 63n) refuse(28680, "can't take $abs of long long min")
  return typeof value === 'bigint' || size > 0x7fffffffn ? size : Number(size)
}

function rounded(value: Exclude<NumericValue, Decimal128>, round: (value: number) => number): Value {
  return value instanceof Double ? new Double(round(value.value)) : value
}

function roundToEven(value: number): number {
  const below = Math.floor(value)
  if (value - below !== 0.5) return Math.round(value)
  return below % 2 === 0 ? below : below + 1
}

function squareRoot(value: Value): Value {
  const number = toDouble(numberFor('$sqrt', value))
  if (number < 0) refuse(28714, "$sqrt's argument must be greater than or equal to 0")
  return new Double(Math.sqrt(number))
}

function positive(name: string, value: Value): number {
  const number = toDouble(numberFor(name, value))
  if (number <= 0) refuse(28766, `${name}'s argument must be a positive number, but is ${number}`)
  return number
}
