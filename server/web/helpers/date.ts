import type { HelperOptions } from 'handlebars'
import { instant, timeElement } from './moment.ts'
import type { Moment } from './moment.ts'
import { pageLocale } from './page-language.ts'

/** `{{date offer.availableUntil}}`: the day, in UTC, as `<time>`; nothing where there is no date. */
export function date(moment: Moment, options: HelperOptions) {
  const at = instant(moment)
  if (!at) return ''
  const format = new Intl.DateTimeFormat(pageLocale(options), { dateStyle: 'long', timeZone: 'UTC' })
  return timeElement(at, format.format(at))
}
