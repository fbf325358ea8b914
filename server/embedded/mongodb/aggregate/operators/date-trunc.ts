import { refuse } from '../../errors.ts'
import { fromZone, toZone } from './zones.ts'

const millisecond: Record<string, number> = { second: 1000, minute: 60_000, hour: 3_600_000, day: 86_400_000 }
const weekdays = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ')

/** The beginning of the unit that the date is in, by the zone's clock. */
export function truncate(date: Date, unit: string, zone: string | undefined, startOfWeek: string): Date {
  const shown = toZone(date, zone)
  return fromZone(new Date(startOf(shown, unit, startOfWeek)), zone)
}

function startOf(date: Date, unit: string, startOfWeek: string): number {
  if (unit === 'millisecond') return date.getTime()
  const size = millisecond[unit]
  if (size) return Math.floor(date.getTime() / size) * size
  if (unit === 'week') return startOf(date, 'day', startOfWeek) - daysSince(date, startOfWeek) * 86_400_000
  const months: Record<string, number> = { month: 1, quarter: 3, year: 12 }
  const count = months[unit] ?? refuse('FailedToParse', `unknown time unit value: ${unit}`)
  return utc(date.getUTCFullYear(), Math.floor(date.getUTCMonth() / count) * count)
}

function daysSince(date: Date, startOfWeek: string): number {
  const start = weekdays.findIndex(
    (name) => name === startOfWeek.toLowerCase() || name.slice(0, 3) === startOfWeek.toLowerCase(),
  )
  if (start < 0) refuse('FailedToParse', `unknown day of week value: ${startOfWeek}`)
  return (date.getUTCDay() - start + 7) % 7
}

/** `Date.UTC` takes the years 0 to 99 for 1900 to 1999. */
function utc(year: number, month: number): number {
  return new Date(0).setUTCFullYear(year, month, 1)
}
