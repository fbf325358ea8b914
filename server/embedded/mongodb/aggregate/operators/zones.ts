import { refuse } from '../../errors.ts'

/** A moment as a zone's clock shows it, kept in the UTC fields of a Date. */
export function toZone(date: Date, zone: string | undefined): Date {
  return new Date(date.getTime() + offsetOf(date, zone))
}

/** The moment at which a zone's clock shows this. */
export function fromZone(shown: Date, zone: string | undefined): Date {
  const guess = new Date(shown.getTime() - offsetOf(shown, zone))
  return new Date(shown.getTime() - offsetOf(guess, zone))
}

/** Milliseconds that a zone is ahead of UTC at a moment; the zone is an Olson name or like "+05:30". */
export function offsetOf(date: Date, zone: string | undefined): number {
  if (zone === undefined || zone === 'UTC' || zone === 'GMT') return 0
  const fixed = /^([+-])(\d\d)(?::?(\d\d))?$/.exec(zone)
  if (!fixed) return namedOffset(date, zone)
  const minutes = Number(fixed[2]) * 60 + Number(fixed[3] ?? 0)
  return (fixed[1] === '-' ? -minutes : minutes) * 60_000
}

const formats = new Map<string, Intl.DateTimeFormat>()

function namedOffset(date: Date, zone: string): number {
  const parts = formatFor(zone).formatToParts(date)
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value)
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  )
  return shown - Math.floor(date.getTime() / 1000) * 1000
}

function formatFor(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  if (!/^[A-Z]/.test(zone)) refuseZone(zone)
  try {
    const numeric = 'numeric' as const
    const fields = {
      year: numeric,
      month: numeric,
      day: numeric,
      hour: numeric,
      minute: numeric,
      second: numeric,
    }
    const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', ...fields })
    formats.set(zone, format)
    return format
  } catch {
    return refuseZone(zone)
  }
}

function refuseZone(zone: string): never {
  return refuse(40485, `unrecognized time zone identifier: "${zone}"`)
}
