import { ObjectId } from 'bson'
import { integerOf } from '../../bson/numbers.ts'
import { typeOf } from '../../bson/types.ts'
import { isDocument, type Document, type Found, type Value } from '../../bson/value.ts'
import { refuse } from '../../errors.ts'
import type { Compiler, Expression, Scope } from '../expression.ts'
import { type Build, isNothing } from './build.ts'
import { formatDate } from './date-format.ts'
import { truncate } from './date-trunc.ts'
import { dayOfYear, isoWeek, isoWeekday, isoYear, week } from './date-parts.ts'
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
  $dateTrunc: dateTrunc,
}

function dateFor(value: Value): Date {
  if (value instanceof Date) return value
  if (value instanceof ObjectId) return value.getTimestamp()
  return refuse(16006, `can't convert from BSON type ${typeOf(value)} to Date`)
}

/** A date alone, or `{ date, timezone }`. */
function part(read: (date: Date) => Value): Build {
  return (operand, { compile }) => {
    const single = Array.isArray(operand) && operand.length === 1 ? (operand[0] as Value) : operand
    const named = isDocument(single) && single.has('date') ? single : new Map([['date', single]])
    const { date, timezone } = compileParts(named, ['date', 'timezone'], compile)
    return (scope) => {
      const [value, zone] = [date?.(scope), zoneIn(timezone, scope)]
      return isNothing(value) || zone === null ? null : read(toZone(dateFor(value), zone))
    }
  }
}

function compileParts(
  operand: Document,
  known: readonly string[],
  compile: Compiler['compile'],
): Record<string, Expression | undefined> {
  for (const name of operand.keys())
    if (!known.includes(name)) refuse(40535, `unrecognized option: '${name}'`)
  return Object.fromEntries([...operand].map(([name, value]) => [name, compile(value)]))
}

/** Null where a zone was named but is null. */
function zoneIn(timezone: Expression | undefined, scope: Scope): string | undefined | null {
  if (!timezone) return undefined
  const zone = timezone(scope)
  if (isNothing(zone)) return null
  return typeof zone === 'string' ? zone : refuse(40517, 'timezone must evaluate to a string')
}

function dateToString(operand: Value, { compile }: Compiler): Expression {
  if (!isDocument(operand) || !operand.has('date')) refuse(18628, "Missing 'date' parameter to $dateToString")
  const { date, format, timezone, onNull } = compileParts(
    operand,
    ['date', 'format', 'timezone', 'onNull'],
    compile,
  )
  return (scope) => {
    const [value, zone] = [date?.(scope), zoneIn(timezone, scope)]
    if (isNothing(value)) return onNull ? onNull(scope) : null
    const pattern = format ? format(scope) : defaultFormat(zone)
    if (zone === null || isNothing(pattern)) return null
    return formatDate(dateFor(value), textOf(pattern), zone)
  }
}

function defaultFormat(zone: string | null | undefined): string {
  return zone === undefined || zone === 'UTC' || zone === 'GMT'
    ? '%Y-%m-%dT%H:%M:%S.%LZ'
    : '%Y-%m-%dT%H:%M:%S.%L'
}

function textOf(value: Found): string {
  return typeof value === 'string' ? value : refuse(18533, '$dateToString requires that format be a string')
}

function dateTrunc(operand: Value, { compile }: Compiler): Expression {
  if (!isDocument(operand) || !operand.has('date') || !operand.has('unit'))
    refuse(5439009, 'Missing parameter to $dateTrunc')
  const known = ['date', 'unit', 'binSize', 'timezone', 'startOfWeek']
  const { date, unit, binSize, timezone, startOfWeek } = compileParts(operand, known, compile)
  return (scope) => {
    const zone = zoneIn(timezone, scope)
    const [value, step, bins, start] = [date, unit, binSize, startOfWeek].map((expression) =>
      expression?.(scope),
    )
    if (isNothing(value) || isNothing(step) || zone === null) return null
    if (bins !== undefined && integerOf(bins) !== 1)
      refuse('CommandNotSupported', '$dateTrunc is supported with a binSize of 1 only')
    return truncate(dateFor(value), String(step), zone, String(start ?? 'sunday'))
  }
}
