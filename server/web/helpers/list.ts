import type { HelperOptions } from 'handlebars'
import { pageLocale } from './page-language.ts'
import { perLocale } from './per-locale.ts'

const format = perLocale((locale) => new Intl.ListFormat(locale, { style: 'long', type: 'conjunction' }))

/** `{{list offer.countryNames}}`: "Kenya, Peru and Nepal". */
export function list(items: unknown, options: HelperOptions): string {
  const texts = Array.isArray(items) ? items.map(String) : []
  return format(pageLocale(options)).format(texts)
}
