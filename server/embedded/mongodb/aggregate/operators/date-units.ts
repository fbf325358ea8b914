import type { Found } from '../../bson/value.ts'
import { refuse } from '../../errors.ts'
import { kindOf } from './build.ts'
import { dateAt } from './later.ts'
import { fromZone, offsetOf, toZone } from './zones.ts'

const milliseconds = {
  week: 604_800_000,
  day: 86_400_000,
  hour: 3_600_000,
  minute: 60_000,
  second: 1000,
  millisecond: 1,
}
const months = { year: 12, quarter: 3, month: 1 }

export type Unit = keyof typeof milliseconds | keyof typeof months

/** Refuses what is no unit of time. */
export function unitOf(operator: string, value: Found): Unit {
  if (typeof value !== 'string')
    refuse(5439013, `${operator} requires 'unit' to be a string, but got ${kindOf(value)}`)
  if (Object.hasOwn(milliseconds, value) || Object.hasOwn(months, value)) return value as Unit
  return refuse(
    'FailedToParse',
    `${operator} parameter 'unit' value parsing failed: unknown time unit value: ${value}`,
  )
}

const weekdays = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ')

/** 0 for Sunday; refuses what is no day. */
export function weekdayOf(operator: string, value: Found): number {
  if (value === undefined) return 0
  if (typeof value !== 'string')
    refuse(5439015, `${operator} requires 'startOfWeek' to be a string, but got ${kindOf(value)}`)
  const name = value.toLowerCase()
  const day = weekdays.findIndex((weekday) => weekday === name || weekday.slice(0, 3) === name)
  if (day < 0)
    refuse(
      5439016,
      `${operator} parameter 'startOfWeek' value cannot be recognized as a day of a week: ${value}`,
    )
  return day
}

/** A date so many units later by the zone's clock; a day that its month has not becomes the month's last. */
export function addUnits(date: Date, unit: Unit, amount: bigint, zone: string | undefined): Date {
  if (Object.hasOwn(months, unit))
    return addMonths(date, Number(amount) * months[unit as keyof typeof months], zone)
  const step = amount * BigInt(milliseconds[unit as keyof typeof milliseconds])
  const keepsClock = unit === 'day' || unit === 'week'
  if (!keepsClock) return dateAt(BigInt(date.getTime()) + step)
  return fromZone(dateAt(BigInt(toZone(date, zone).getTime()) + step), zone)
}

function addMonths(date: Date, count: number, zone: string | undefined): Date {
  const shown = toZone(date, zone)
  const month = shown.getUTCMonth() + count
  const last = new Date(utcMonth(shown.getUTCFullYear(), month + 1) - 1).getUTCDate()
  const day = Math.min(shown.getUTCDate(), last)
  const time = ((shown.getTime() % milliseconds.day) + milliseconds.day) % milliseconds.day
  const result = utcMonth(shown.getUTCFullYear(), month) + (day - 1) * milliseconds.day + time
  if (Number.isNaN(result)) refuse(5166406, 'dateAdd overflowed')
  return fromZone(dateAt(BigInt(result)), zone)
}

/** When a month begins; `Date.UTC` takes the years 0 to 99 for 1900 to 1999. */
export function utcMonth(year: number, month: number): number {
  return new Date(0).setUTCFullYear(year, month, 1)
}

/** How many boundaries of the unit lie between two dates by the zone's clock, less than 0 where the end is first. */
export function unitsBetween(
  start: Date,
  end: Date,
  unit: Unit,
  zone: string | undefined,
  week: number,
): number {
  const [from, to] = [toZone(start, zone), toZone(end, zone)]
  if (Object.hasOwn(months, unit)) {
    const size = months[unit as keyof typeof months]
    return Math.floor(monthOf(to) / size) - Math.floor(monthOf(from) / size)
  }
  if (unit === 'week') return weekOf(to, week) - weekOf(from, week)
  const size = milliseconds[unit as keyof typeof milliseconds]
  if (unit === 'day') return dayOf(to) - dayOf(from)
  const turned = offsetOf(end, zone) - offsetOf(start, zone)
  if (turned % size !== 0)
    refuse('CommandNotSupported', '$dateDiff in hours across a change of the clock by less is not supported')
  return Math.floor(to.getTime() / size) - Math.floor(from.getTime() / size) - turned / size
}

function monthOf(date: Date): number {
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}

function dayOf(date: Date): number {
  return Math.floor(date.getTime() / milliseconds.day)
}

/** Weeks since one that began on that weekday; 1970-01-01 was a Thursday. */
function weekOf(date: Date, weekday: number): number {
  return Math.floor((dayOf(date) + 4 - weekday) / 7)
}

/** Bins of every unit are counted from here, by the zone's clock, those of weeks from the first that begins after it. */
const reference = new Date('2000-01-01T00:00:00Z')

/** The beginning of the bin of so many units that the date is in. */
export function truncate(
  date: Date,
  unit: Unit,
  size: bigint,
  zone: string | undefined,
  weekday: number,
): Date {
  const first = unit === 'week' ? (weekday - reference.getUTCDay() + 7) % 7 : 0
  const start = fromZone(new Date(reference.getTime() + first * milliseconds.day), zone)
  if (unit !== 'week' && unit !== 'day' && Object.hasOwn(milliseconds, unit)) {
    const bin = size * BigInt(milliseconds[unit as keyof typeof milliseconds])
    return dateAt(BigInt(date.getTime()) - into(BigInt(date.getTime() - start.getTime()), bin))
  }
  if (size > 100_000_000_000n) refuse(5439006, 'dateTrunc unsupported binSize value')
  const distance = BigInt(unitsBetween(start, date, unit, zone, weekday))
  return addUnits(start, unit, distance - into(distance, size), zone)
}

function into(value: bigint, size: bigint): bigint {
  return ((value % size) + size) % size
}
