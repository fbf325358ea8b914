import type { HelperOptions } from 'handlebars'
import { pageLocale } from './page-language.ts'

/** `{{money value.amount value.currency}}`, whole units; a code that is no currency is shown as it is. */
export function money(amount: unknown, currency: unknown, options: HelperOptions): string {
  if (typeof amount !== 'number') return ''
  const locale = pageLocale(options)
  const plain = `${new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(amount)} ${currency ?? ''}`
  if (typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency)) return plain.trim()
  return new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 0 }).format(
    amount,
  )
}
