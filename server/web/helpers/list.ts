import type { HelperOptions } from 'handlebars'
import { pageLocale } from './page-language.ts'

/** `{{list offer.countryNames}}`: "Kenya, Peru and Nepal". */
export function list(items: unknown, options: HelperOptions): string {
  const texts = Array.isArray(items) ? items.map(String) : []
  return new Intl.ListFormat(pageLocale(options), { style: 'long', type: 'conjunction' }).format(texts)
}
