import type { HelperOptions } from 'handlebars'
import { instant, timeElement } from './moment.ts'
import type { Moment } from './moment.ts'
import { pageLocale } from './page-language.ts'
import { perLocale } from './per-locale.ts'

const shape = {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
  timeZoneName: 'short',
} as const
const format = perLocale((locale) => new Intl.DateTimeFormat(locale, shape))

/** `{{datetime decision.at}}`: day and minute in UTC, as `<time>`. */
export function datetime(moment: Moment, options: HelperOptions) {
  const at = instant(moment)
  return at ? timeElement(at, format(pageLocale(options)).format(at)) : ''
}
