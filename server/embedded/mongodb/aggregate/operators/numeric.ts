import { Decimal128 } from 'bson'
import { isNumeric, type NumericValue } from '../../bson/numbers.ts'
import type { Found } from '../../bson/value.ts'
import { refuse } from '../../errors.ts'
import { type Build, isNothing, kindOf, over } from './build.ts'

/** An operator over one number; null where there is none. */
export function overNumber(name: string, calculate: (value: NumericValue) => Found): [string, Build] {
  return over(name, 1, 1, (value) => {
    if (isNothing(value)) return null
    if (!isNumeric(value)) refuse(28765, `${name} only supports numeric types, not ${kindOf(value)}`)
    return calculate(value)
  })
}

/** Refuses a decimal, of which the function would need 34 digits. */
export function noDecimal(name: string, value: NumericValue): Exclude<NumericValue, Decimal128> {
  return value instanceof Decimal128
    ? refuse('CommandNotSupported', `${name} of a Decimal128 is not supported`)
    : value
}
