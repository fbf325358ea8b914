import type { HelperOptions } from 'handlebars'
import { instant, timeElement } from './moment.ts'
import type { Moment } from './moment.ts'
import { pageLocale } from './page-language.ts'
import { perLocale } from './per-locale.ts'

const minute = 60
const hour = 60 * minute
const day = 24 * hour
const steps: [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ['year', 365 * day],
  ['month', 30 * day],
  ['week', 7 * day],
  ['day', day],
  ['hour', hour],
  ['minute', minute],
]

const words = perLocale((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }))
const fullDate = perLocale(
  (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', timeZone: 'UTC' }),
)

/**
 * `{{relative-time alert.createdAt}}`: "3 hours ago", "in 2 days", as `<time>` with the full date as its title.
 * Counted from `now` of the page model where it has one. `public/js/relative-time.js` keeps it current.
 */
export function relativeTime(moment: Moment, options: HelperOptions) {
  const at = instant(moment)
  if (!at) return ''
  const now = instant(options.data?.root?.now) ?? new Date()
  const locale = pageLocale(options)
  const attributes = { 'data-relative-time': '', title: `${fullDate(locale).format(at)} UTC` }
  return timeElement(at, distance(at.getTime() - now.getTime(), locale), attributes)
}

/** `milliseconds` from now, negative in the past; the largest whole unit counts, toward zero. */
export function distance(milliseconds: number, locale: string): string {
  const seconds = milliseconds / 1000
  const [unit, size] = steps.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', Infinity]
  return words(locale).format(Math.trunc(seconds / size) || 0, unit)
}
