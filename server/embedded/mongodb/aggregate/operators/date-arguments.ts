import { ObjectId, Timestamp } from 'bson'
import { isNumeric, plain, toDouble } from '../../bson/numbers.ts'
import { Decimal128 } from 'bson'
import type { Found } from '../../bson/value.ts'
import { refuse } from '../../errors.ts'
import type { Expression, Scope } from '../expression.ts'
import { isNothing, kindOf } from './build.ts'

/** Dates, and what holds a moment: timestamps and object ids. */
export function momentOf(value: Found): Date | undefined {
  if (value instanceof Date) return value
  if (value instanceof ObjectId) return value.getTimestamp()
  return value instanceof Timestamp ? new Date(value.t * 1000) : undefined
}

export function dateFor(value: Found): Date {
  return momentOf(value) ?? refuse(16006, `can't convert from BSON type ${kindOf(value)} to Date`)
}

/** `undefined` where no zone is named, null where the named one is null. */
export function zoneIn(timezone: Expression | undefined, scope: Scope): string | undefined | null {
  if (!timezone) return undefined
  const zone = timezone(scope)
  if (isNothing(zone)) return null
  return typeof zone === 'string'
    ? zone
    : refuse(40517, `timezone must evaluate to a string, found ${kindOf(zone)}`)
}

/** The int64 that a number is; `undefined` where it is none. */
export function longOf(value: Found): bigint | undefined {
  if (!isNumeric(value)) return undefined
  if (value instanceof Decimal128) return wholeIn(toDouble(value))
  const number = plain(value)
  return typeof number === 'bigint' ? number : wholeIn(number)
}

function wholeIn(number: number): bigint | undefined {
  return Number.isInteger(number) && Math.abs(number) < 2 ** 63 ? BigInt(number) : undefined
}
