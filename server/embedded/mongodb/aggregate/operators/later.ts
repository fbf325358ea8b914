import { Decimal128, Double } from 'bson'
import { type NumericValue, roundedLong, toDouble } from '../../bson/numbers.ts'
import { refuse } from '../../errors.ts'

/** A date so many milliseconds later, or earlier where `turn` is -1; fractions round away from zero at the half. */
export function later(date: Date, milliseconds: NumericValue, turn: 1 | -1): Date {
  return dateAt(BigInt(date.getTime()) + BigInt(turn) * wholeOf(milliseconds))
}

function wholeOf(value: NumericValue): bigint {
  if (value instanceof Decimal128) return roundedLong(value) ?? refuse('Overflow', 'date overflow')
  if (!(value instanceof Double)) return BigInt(value)
  const size = Math.round(Math.abs(toDouble(value)))
  return Number.isFinite(size) ? BigInt(size * Math.sign(value.value)) : refuse('Overflow', 'date overflow')
}

const latest = 8_640_000_000_000_000n

/** Refuses what lies outside the years that are supported (Overflow). */
export function dateAt(milliseconds: bigint): Date {
  if (milliseconds > latest || milliseconds < -latest) refuse('Overflow', 'date overflow')
  return new Date(Number(milliseconds))
}
