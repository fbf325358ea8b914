import { Decimal128, Double } from 'bson'
import { add, refuseDecimals } from '../bson/arithmetic.ts'
import { isNumeric, type NumericValue, plain } from '../bson/numbers.ts'
import type { Accumulator } from './accumulators.ts'

/** Adds doubles with what rounding lost on the way, as MongoDB does: 0.1 + 0.2 + 0.3 is 0.6. */
function compensated(): { add(number: number): void; total(): number } {
  let total = 0
  let lost = 0
  return {
    add: (number) => {
      const next = total + number
      lost += Math.abs(total) >= Math.abs(number) ? total - next + number : number - next + total
      total = next
    },
    total: () => (Number.isFinite(total) ? total + lost : total),
  }
}

/** Numbers only; whole numbers stay whole until no int64 holds them. */
export function sum(): Accumulator {
  let whole: NumericValue = 0
  const doubles = compensated()
  let hasDoubles = false
  return {
    add: (value) => {
      if (!isNumeric(value)) return
      if (value instanceof Decimal128) return refuseDecimals()
      const next = value instanceof Double ? undefined : add(whole, value)
      if (next !== undefined) whole = next
      else doubles.add(Number(plain(value)))
      hasDoubles ||= next === undefined
    },
    result: () => {
      if (!hasDoubles) return whole
      doubles.add(Number(plain(whole as number | bigint)))
      return new Double(doubles.total())
    },
  }
}

/** Of the numbers, as a double; null where there is none. */
export function average(): Accumulator {
  const doubles = compensated()
  let count = 0
  return {
    add: (value) => {
      if (!isNumeric(value)) return
      if (value instanceof Decimal128) return refuseDecimals()
      doubles.add(Number(plain(value)))
      count++
    },
    result: () => (count === 0 ? null : new Double(doubles.total() / count)),
  }
}
