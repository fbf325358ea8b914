import type { HelperOptions } from 'handlebars'
import { instant, timeElement } from './moment.ts'
import type { Moment } from './moment.ts'
import { pageLocale } from './page-language.ts'
import { perLocale } from './per-locale.ts'

const format = perLocale((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }))

/** `{{date offer.availableUntil}}`: the day, in UTC, as `<time>`; nothing where there is no date. */
export function date(moment: Moment, options: HelperOptions) {
  const at = instant(moment)
  return at ? timeElement(at, format(pageLocale(options)).format(at)) : ''
}
