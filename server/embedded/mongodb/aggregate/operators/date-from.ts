import type { Found, Value } from '../../bson/value.ts'
import { CommandError, refuse } from '../../errors.ts'
import type { Compiler, Expression, Scope } from '../expression.ts'
import { type Build, isNothing, kindOf } from './build.ts'
import { longOf, zoneIn } from './date-arguments.ts'
import { isoWeekday } from './date-parts.ts'
import { parseByFormat } from './date-pattern.ts'
import { parseDate } from './date-text.ts'
import { dateAt } from './later.ts'
import { compiledParts, type Shape } from './parts.ts'
import { fromZone } from './zones.ts'

export const datesFrom: Record<string, Build> = {
  $dateFromParts: dateFromParts,
  $dateFromString: dateFromString,
}

const clock = ['hour', 'minute', 'second', 'millisecond']
const calendar = ['year', 'month', 'day']
const iso = ['isoWeekYear', 'isoWeek', 'isoDayOfWeek']

const partsShape: Shape = {
  noDocument: 40519,
  unknown: 40518,
  needed: {},
  optional: [...calendar, ...iso, ...clock, 'timezone'],
}

function dateFromParts(operand: Value, compiler: Compiler): Expression {
  const parts = compiledParts('$dateFromParts', operand, partsShape, compiler)
  if (!parts['year'] && !parts['isoWeekYear'])
    refuse(40516, "$dateFromParts requires either 'year' or 'isoWeekYear' to be present")
  if (parts['year'] && iso.some((name) => parts[name]))
    refuse(40489, '$dateFromParts does not allow mixing natural dates with ISO dates')
  if (parts['isoWeekYear'] && calendar.some((name) => parts[name]))
    refuse(40525, '$dateFromParts does not allow mixing ISO dates with natural dates')
  return (scope) => {
    const time = numbersIn(parts, clock, 0, scope)
    const zone = zoneIn(parts['timezone'], scope)
    const day = time && numbersIn(parts, parts['year'] ? calendar : iso, 1, scope)
    if (!time || zone === null || !day) return null
    const start = parts['year'] ? calendarDay(day) : isoDay(day)
    const shown = dateAt(start + clockTime(time))
    return fromZone(shown, zone)
  }
}

const unbounded = new Set(['year', 'isoWeekYear', 'second', 'millisecond'])

/** `undefined` where one is null. */
function numbersIn(
  parts: Partial<Record<string, Expression>>,
  names: readonly string[],
  fallback: number,
  scope: Scope,
): bigint[] | undefined {
  const numbers: bigint[] = []
  for (const name of names) {
    const part = parts[name]
    const value = part ? part(scope) : fallback
    if (isNothing(value)) return undefined
    numbers.push(numberFor(name, value))
  }
  return numbers
}

function numberFor(name: string, value: Found): bigint {
  const number =
    longOf(value) ?? refuse(40515, `'${name}' must evaluate to an integer, found ${kindOf(value)}`)
  if (!unbounded.has(name) && (number < -32768n || number > 32767n))
    refuse(
      31034,
      `'${name}' must evaluate to a value in the range [-32768, 32767]; value ${number} is not in range`,
    )
  return number
}

function clockTime([hour = 0n, minute = 0n, second = 0n, millisecond = 0n]: bigint[]): bigint {
  return ((hour * 60n + minute) * 60n + second) * 1000n + millisecond
}

/** Months and days beyond their year and month carry over. */
function calendarDay([year = 1n, month = 1n, day = 1n]: bigint[]): bigint {
  if (year < 1n || year > 9999n)
    refuse(40523, `'year' must evaluate to an integer in the range 1 to 9999, found ${year}`)
  return BigInt(new Date(0).setUTCFullYear(Number(year), Number(month) - 1, Number(day)))
}

/** The first week is that of January 4th. */
function isoDay([year = 1n, week = 1n, day = 1n]: bigint[]): bigint {
  if (year < 1n || year > 9999n)
    refuse(31095, `'isoWeekYear' must evaluate to an integer in the range 1 to 9999, found ${year}`)
  const fourth = new Date(new Date(0).setUTCFullYear(Number(year), 0, 4))
  const monday = BigInt(fourth.getTime()) - BigInt(isoWeekday(fourth) - 1) * 86_400_000n
  return monday + ((week - 1n) * 7n + day - 1n) * 86_400_000n
}

const stringShape: Shape = {
  noDocument: 40540,
  unknown: 40541,
  needed: { dateString: 40542 },
  optional: ['format', 'timezone', 'onNull', 'onError'],
}

function dateFromString(operand: Value, compiler: Compiler): Expression {
  const parts = compiledParts('$dateFromString', operand, stringShape, compiler)
  return (scope) => {
    const text = parts['dateString']?.(scope)
    const format = parts['format'] ? formatOf(parts['format'](scope)) : undefined
    const zone = zoneIn(parts['timezone'], scope)
    if (isNothing(text)) return parts['onNull'] ? parts['onNull'](scope) : null
    return orElse(parts['onError'], scope, () => {
      if (typeof text !== 'string')
        refuse(
          'ConversionFailure',
          `$dateFromString requires that 'dateString' be a string, found: ${kindOf(text)}`,
        )
      if (zone === null || format === null) return null
      return format === undefined ? parseDate(text, zone) : parseByFormat(text, format, zone)
    })
  }
}

function formatOf(value: Found): string | null {
  if (isNothing(value)) return null
  return typeof value === 'string'
    ? value
    : refuse(40684, `$dateFromString requires that 'format' be a string, found: ${kindOf(value)}`)
}

function orElse(onError: Expression | undefined, scope: Scope, read: () => Found): Found {
  try {
    return read()
  } catch (error) {
    if (onError && error instanceof CommandError && error.codeName === 'ConversionFailure')
      return onError(scope)
    throw error
  }
}
