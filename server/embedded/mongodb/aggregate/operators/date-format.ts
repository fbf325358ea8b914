import { refuse } from '../../errors.ts'
import { dayOfYear, isoWeek, isoWeekday, isoYear, week } from './date-parts.ts'
import { toZone } from './zones.ts'

const months = 'January February March April May June July August September October November December'.split(
  ' ',
)

const formats: Record<string, (shown: Date, ahead: number) => string> = {
  '%': () => '%',
  Y: (date) => padded(date.getUTCFullYear(), 4),
  m: (date) => padded(date.getUTCMonth() + 1, 2),
  d: (date) => padded(date.getUTCDate(), 2),
  H: (date) => padded(date.getUTCHours(), 2),
  M: (date) => padded(date.getUTCMinutes(), 2),
  S: (date) => padded(date.getUTCSeconds(), 2),
  L: (date) => padded(date.getUTCMilliseconds(), 3),
  j: (date) => padded(dayOfYear(date), 3),
  w: (date) => String(date.getUTCDay() + 1),
  u: (date) => String(isoWeekday(date)),
  U: (date) => padded(week(date), 2),
  V: (date) => padded(isoWeek(date), 2),
  G: (date) => padded(isoYear(date), 4),
  B: (date) => months[date.getUTCMonth()] as string,
  b: (date) => (months[date.getUTCMonth()] as string).slice(0, 3),
  z: (_, ahead) =>
    `${sign(ahead)}${padded(Math.trunc(Math.abs(ahead) / 60), 2)}${padded(Math.abs(ahead) % 60, 2)}`,
  Z: (_, ahead) => `${ahead < 0 ? '-' : '+'}${Math.abs(ahead)}`,
}

/** A date by MongoDB's `%` letters, as the zone's clock shows it. */
export function formatDate(date: Date, pattern: string, zone: string | undefined): string {
  const shown = toZone(date, zone)
  const ahead = Math.round((shown.getTime() - date.getTime()) / 60_000)
  if (shown.getUTCFullYear() < 0 || shown.getUTCFullYear() > 9999)
    refuse(18537, '$dateToString is only defined on year 0-9999')
  return pattern.replace(/%([\s\S]?)/g, (_, letter: string) => {
    const format = Object.hasOwn(formats, letter) ? formats[letter] : undefined
    return format
      ? format(shown, ahead)
      : refuse(18536, `Invalid format character '%${letter}' in format string`)
  })
}

function padded(number: number, length: number): string {
  return String(number).padStart(length, '0')
}

function sign(ahead: number): string {
  return ahead < 0 ? '-' : '+'
}
