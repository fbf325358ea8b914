import type { HelperOptions } from 'handlebars'
import { pageLocale } from './page-language.ts'

/** `{{number total}}` */
export function number(value: unknown, options: HelperOptions): string {
  return typeof value === 'number' ? new Intl.NumberFormat(pageLocale(options)).format(value) : ''
}
