import { Decimal128 } from 'bson'
import { exactly } from '../bson/decimals.ts'
import { isNumeric, type NumericValue, plain } from '../bson/numbers.ts'
import type { Found } from '../bson/value.ts'

/** The number without its fraction, where an int64 holds that. */
export function truncated(value: Found): bigint | undefined {
  if (!isNumeric(value)) return undefined
  const whole = value instanceof Decimal128 ? ofDecimal(value) : ofNumber(plain(value))
  return whole !== undefined && BigInt.asIntN(64, whole) === whole ? whole : undefined
}

/** The number where it is a whole one that an int64 holds. */
export function wholeOf(value: Found): bigint | undefined {
  const whole = truncated(value)
  return whole !== undefined && isWhole(value as NumericValue) ? whole : undefined
}

function isWhole(value: NumericValue): boolean {
  if (!(value instanceof Decimal128)) {
    const number = plain(value)
    return typeof number === 'bigint' || Number.isInteger(number)
  }
  const { coefficient, exponent } = exactly(value)
  return exponent >= 0 || coefficient % 10n ** BigInt(-exponent) === 0n
}

function ofNumber(number: number | bigint): bigint | undefined {
  if (typeof number === 'bigint') return number
  return Number.isFinite(number) ? BigInt(Math.trunc(number)) : undefined
}

/** An exponent beyond 64 bits' digits either leaves nothing or fits no int64. */
function ofDecimal(value: Decimal128): bigint | undefined {
  const { coefficient, exponent, special } = exactly(value)
  if (special !== undefined) return undefined
  if (exponent < 0) return exponent < -40 ? 0n : coefficient / 10n ** BigInt(-exponent)
  if (coefficient === 0n) return 0n
  return exponent > 20 ? undefined : coefficient * 10n ** BigInt(exponent)
}
