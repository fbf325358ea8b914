import { Timestamp } from 'bson'
import { isDocument, documentOf, type Document, type Found, type Value } from '../../bson/value.ts'
import { refuse } from '../../errors.ts'
import type { Compiler, Expression } from '../expression.ts'
import { type Build, isNothing, kindOf, overPresent } from './build.ts'
import { dateFor, zoneIn } from './date-arguments.ts'
import { formatDate } from './date-format.ts'
import { dayOfYear, isoWeek, isoWeekday, isoYear, week } from './date-parts.ts'
import { compiledParts, type Shape } from './parts.ts'
import { toZone } from './zones.ts'

export const dates: Record<string, Build> = {
  $year: part((date) => date.getUTCFullYear()),
  $month: part((date) => date.getUTCMonth() + 1),
  $dayOfMonth: part((date) => date.getUTCDate()),
  $hour: part((date) => date.getUTCHours()),
  $minute: part((date) => date.getUTCMinutes()),
  $second: part((date) => date.getUTCSeconds()),
  $millisecond: part((date) => date.getUTCMilliseconds()),
  $dayOfWeek: part((date) => date.getUTCDay() + 1),
  $dayOfYear: part(dayOfYear),
  $week: part(week),
  $isoWeek: part(isoWeek),
  $isoDayOfWeek: part(isoWeekday),
  $isoWeekYear: part((date) => BigInt(isoYear(date))),
  $dateToString: dateToString,
  $dateToParts: dateToParts,
  ...Object.fromEntries([
    overPresent('$tsSecond', 1, 1, (value) => BigInt(timestampFor('$tsSecond', 5687301, value).t)),
    overPresent('$tsIncrement', 1, 1, (value) => BigInt(timestampFor('$tsIncrement', 5687302, value).i)),
  ]),
}

function timestampFor(name: string, code: number, value: Found): Timestamp {
  if (value instanceof Timestamp) return value
  return refuse(code, `Argument to ${name} must be a timestamp, but is ${kindOf(value)}`)
}

/** A date alone, or `{ date, timezone }`. */
function part(read: (shown: Date) => Value): Build {
  return (operand, compiler) => {
    const { date, timezone } = compiledParts<string>(
      'a date expression',
      namedDate(operand),
      partShape,
      compiler,
    )
    return (scope) => {
      const value = date?.(scope)
      if (isNothing(value)) return null
      const moment = dateFor(value)
      const zone = zoneIn(timezone, scope)
      return zone === null ? null : read(toZone(moment, zone))
    }
  }
}

const partShape: Shape = {
  noDocument: 40535,
  unknown: 40535,
  needed: { date: 40539 },
  optional: ['timezone'],
}

function namedDate(operand: Value): Document {
  if (isDocument(operand) && ![...operand.keys()][0]?.startsWith('$')) return operand
  if (!Array.isArray(operand)) return documentOf({ date: operand })
  if (operand.length !== 1)
    refuse(
      40536,
      `a date expression accepts exactly one argument if given an array, but was given ${operand.length}`,
    )
  return documentOf({ date: operand[0] })
}

const toStringShape: Shape = {
  noDocument: 18629,
  unknown: 18534,
  needed: { date: 18628 },
  optional: ['format', 'timezone', 'onNull'],
}

function dateToString(operand: Value, compiler: Compiler): Expression {
  const { date, format, timezone, onNull } = compiledParts('$dateToString', operand, toStringShape, compiler)
  return (scope) => {
    const value = date?.(scope)
    const pattern = format ? patternOf(format(scope)) : undefined
    const zone = zoneIn(timezone, scope)
    if (isNothing(value)) return onNull ? onNull(scope) : null
    if (zone === null || pattern === null) return null
    return formatDate(dateFor(value), pattern ?? defaultFormat(zone), zone)
  }
}

function defaultFormat(zone: string | undefined): string {
  return zone === undefined || zone === 'UTC' || zone === 'GMT'
    ? '%Y-%m-%dT%H:%M:%S.%LZ'
    : '%Y-%m-%dT%H:%M:%S.%L'
}

function patternOf(value: Found): string | null {
  if (isNothing(value)) return null
  return typeof value === 'string'
    ? value
    : refuse(18533, `$dateToString requires that 'format' be a string, found: ${kindOf(value)}`)
}

const toPartsShape: Shape = {
  noDocument: 40524,
  unknown: 40520,
  needed: { date: 40522 },
  optional: ['timezone', 'iso8601'],
}

function dateToParts(operand: Value, compiler: Compiler): Expression {
  const { date, timezone, iso8601 } = compiledParts('$dateToParts', operand, toPartsShape, compiler)
  return (scope) => {
    const value = date?.(scope)
    const zone = zoneIn(timezone, scope)
    if (zone === null) return null
    const iso = iso8601 ? iso8601(scope) : false
    if (isNothing(iso)) return null
    if (typeof iso !== 'boolean') refuse(40521, `iso8601 must evaluate to a bool, found ${kindOf(iso)}`)
    if (isNothing(value)) return null
    const shown = toZone(dateFor(value), zone)
    return documentOf({ ...(iso ? isoDay(shown) : calendarDay(shown)), ...timeOf(shown) })
  }
}

function isoDay(date: Date): Record<string, Value> {
  return { isoWeekYear: isoYear(date), isoWeek: isoWeek(date), isoDayOfWeek: isoWeekday(date) }
}

function calendarDay(date: Date): Record<string, Value> {
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

function timeOf(date: Date): Record<string, Value> {
  return {
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    millisecond: date.getUTCMilliseconds(),
  }
}
