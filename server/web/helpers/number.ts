import type { HelperOptions } from 'handlebars'
import { pageLocale } from './page-language.ts'
import { perLocale } from './per-locale.ts'

const format = perLocale((locale) => new Intl.NumberFormat(locale))

/** `{{number total}}` */
export function number(value: unknown, options: HelperOptions): string {
  return typeof value === 'number' ? format(pageLocale(options)).format(value) : ''
}
