import { refuse } from '../../errors.ts'
import { fromZone } from './zones.ts'

/** As MongoDB writes a date of the years 0 to 9999: `2026-03-01T12:00:00.000Z`. */
export function isoText(date: Date): string {
  const text = date.toISOString()
  if (/^[+-]/.test(text))
    refuse(18537, 'Could not convert date to string: date component was outside the supported range')
  return text
}

const shape = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?(Z|[+-]\d\d:?\d\d)?)?$/

/**
 * ISO 8601 texts; without a zone of their own they are in the zone given. What is surely no date is refused with
 * ConversionFailure; the other ways to write one that MongoDB reads are not supported.
 */
export function parseDate(text: string, zone?: string): Date {
  const match = shape.exec(text)
  if (!match) {
    if (/\d/.test(text)) refuse('CommandNotSupported', `Reading '${text}' as a date is not supported`)
    return unreadable(text)
  }
  const own = match[8]
  if (own && zone) unreadable(text)
  const shown = utcOf(
    match.slice(1, 7).map((part) => Number(part ?? 0)),
    (match[7] ?? '').padEnd(3, '0'),
  )
  if (shown.toISOString().slice(0, 10) !== text.slice(0, 10)) unreadable(text)
  return fromZone(shown, own === 'Z' ? undefined : (own ?? zone))
}

function utcOf(parts: readonly number[], milliseconds: string): Date {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts
  if (hour > 24 || minute > 59 || second > 59) unreadable(parts.join(' '))
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  date.setUTCHours(hour, minute, second, Number(milliseconds))
  return date
}

export function unreadable(text: string): never {
  return refuse('ConversionFailure', `Error parsing date string '${text}'`)
}
