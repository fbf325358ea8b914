import { Decimal128, Double } from 'bson'
import { refuse } from '../errors.ts'
import { type NumericValue, plain, wholeNumber } from './numbers.ts'

/** The sum in MongoDB's type for it: int32 grows to int64, `undefined` where that overflows. */
export function add(a: NumericValue, b: NumericValue): NumericValue | undefined {
  return combine(
    a,
    b,
    (x, y) => x + y,
    (x, y) => x + y,
  )
}

export function subtract(a: NumericValue, b: NumericValue): NumericValue | undefined {
  return combine(
    a,
    b,
    (x, y) => x - y,
    (x, y) => x - y,
  )
}

export function multiply(a: NumericValue, b: NumericValue): NumericValue | undefined {
  return combine(
    a,
    b,
    (x, y) => x * y,
    (x, y) => x * y,
  )
}

function combine(
  a: NumericValue,
  b: NumericValue,
  doubles: (x: number, y: number) => number,
  integers: (x: bigint, y: bigint) => bigint,
): NumericValue | undefined {
  if (a instanceof Decimal128 || b instanceof Decimal128) return refuseDecimals()
  if (a instanceof Double || b instanceof Double)
    return new Double(doubles(Number(plain(a)), Number(plain(b))))
  const result = wholeNumber(integers(BigInt(a), BigInt(b)))
  const isLong = typeof a === 'bigint' || typeof b === 'bigint'
  return isLong && result !== undefined ? BigInt(result) : result
}

export function refuseDecimals(): never {
  return refuse('CommandNotSupported', 'Arithmetic with Decimal128 is not supported')
}
