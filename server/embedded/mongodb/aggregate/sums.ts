import { Decimal128, Double } from 'bson'
import { addDecimals, divideDecimals } from '../bson/decimal-arithmetic.ts'
import { type Decimal, decimalOf, finite, toDecimal128 } from '../bson/decimal-number.ts'
import { isNumeric, type NumericValue, wholeNumber } from '../bson/numbers.ts'
import type { Found, Value } from '../bson/value.ts'
import type { Accumulator } from './accumulators.ts'

/** A sum of doubles that keeps what rounding lost on the way, as MongoDB does: 0.1 + 0.2 + 0.3 is 0.6. */
interface DoubleSum {
  add(number: number): void
  /** The nearest double or, where two parts don't tell enough, one beside it: the one that MongoDB gives. */
  total(): number
  /** The sum as the exact decimals of its two parts. */
  exact(): Decimal
}

function doubleSum(): DoubleSum {
  let [high, low, simple] = [0, 0, 0]
  return {
    add: (number) => {
      simple += number
      const near = number + low
      const far = low - (near - number)
      const sum = high + near
      const part = sum - near
      low = far + (high - part + (near - (sum - part)))
      high = sum
    },
    total: () => (Number.isNaN(high) ? simple : high),
    exact: () => {
      if (!Number.isFinite(high)) return decimalOf(new Double(simple), 34)
      return addDecimals(decimalOf(new Double(high), 34), decimalOf(new Double(low), 34))
    },
  }
}

/** Whole numbers, doubles and decimals apart, so that nothing is lost before the end. */
interface Total {
  add(value: NumericValue): void
  isDecimal(): boolean
  decimal(): Decimal
  double(): number
  /** In the widest type that was added: whole numbers stay whole until no int64 holds them. */
  value(): Value
}

function total(): Total {
  const doubles = doubleSum()
  let whole = 0n
  let decimals = finite(false, 0n, 0)
  let [hasDecimals, hasDoubles, hasLongs] = [false, false, false]
  const decimal = () => addDecimals(decimals, doubles.exact())
  return {
    add: (value) => {
      if (value instanceof Decimal128) {
        hasDecimals = true
        decimals = addDecimals(decimals, decimalOf(value))
      } else if (value instanceof Double) {
        hasDoubles = true
        doubles.add(value.value)
      } else {
        hasLongs ||= typeof value === 'bigint'
        whole += BigInt(value)
        addWhole(doubles, value)
      }
    },
    isDecimal: () => hasDecimals,
    decimal,
    double: doubles.total,
    value: () => {
      if (hasDecimals) return toDecimal128(decimal())
      const fits = hasDoubles ? undefined : wholeNumber(whole)
      if (fits === undefined) return new Double(doubles.total())
      return hasLongs ? BigInt(fits) : fits
    },
  }
}

const half = 2n ** 32n

/** An int64 in two parts that doubles hold. */
function addWhole(doubles: DoubleSum, value: number | bigint): void {
  if (typeof value === 'number') return doubles.add(value)
  const high = (value / half) * half
  doubles.add(Number(value - high))
  doubles.add(Number(high))
}

/** Of the numbers alone; 0 where there is none. */
export function sum(): Accumulator {
  const numbers = total()
  return { add: onlyNumbers(numbers.add), result: numbers.value }
}

/** Of the numbers alone, as a double or decimal; null where there is none. */
export function average(): Accumulator {
  const numbers = total()
  let count = 0
  return {
    add: onlyNumbers((value) => {
      numbers.add(value)
      count++
    }),
    result: () => {
      if (count === 0) return null
      if (!numbers.isDecimal()) return new Double(numbers.double() / count)
      return toDecimal128(divideDecimals(numbers.decimal(), finite(false, BigInt(count), 0)) as Decimal)
    },
  }
}

export function onlyNumbers(add: (value: NumericValue) => void): (value: Found) => void {
  return (value) => {
    if (isNumeric(value)) add(value)
  }
}
