import { Decimal128, Double } from 'bson'
import { addDecimals, multiplyDecimals, subtractDecimals } from './decimal-arithmetic.ts'
import { type Decimal, decimalOf, toDecimal128 } from './decimal-number.ts'
import { type NumericValue, plain, wholeNumber } from './numbers.ts'

interface Operation {
  doubles(x: number, y: number): number
  integers(x: bigint, y: bigint): bigint
  decimals(x: Decimal, y: Decimal): Decimal
}

/** The sum in MongoDB's type for it: int32 grows to int64, `undefined` where that overflows. */
export function add(a: NumericValue, b: NumericValue): NumericValue | undefined {
  return combine(a, b, { doubles: (x, y) => x + y, integers: (x, y) => x + y, decimals: addDecimals })
}

export function subtract(a: NumericValue, b: NumericValue): NumericValue | undefined {
  return combine(a, b, { doubles: (x, y) => x - y, integers: (x, y) => x - y, decimals: subtractDecimals })
}

export function multiply(a: NumericValue, b: NumericValue): NumericValue | undefined {
  return combine(a, b, { doubles: (x, y) => x * y, integers: (x, y) => x * y, decimals: multiplyDecimals })
}

function combine(
  a: NumericValue,
  b: NumericValue,
  { doubles, integers, decimals }: Operation,
): NumericValue | undefined {
  if (a instanceof Decimal128 || b instanceof Decimal128)
    return toDecimal128(decimals(decimalOf(a), decimalOf(b)))
  if (a instanceof Double || b instanceof Double)
    return new Double(doubles(Number(plain(a)), Number(plain(b))))
  const result = wholeNumber(integers(BigInt(a), BigInt(b)))
  const isLong = typeof a === 'bigint' || typeof b === 'bigint'
  return isLong && result !== undefined ? BigInt(result) : result
}
