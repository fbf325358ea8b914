import type { HelperOptions } from 'handlebars'
import { pageLanguage } from './page-language.ts'

/** `{{language-name 'sw'}}`: a language by its ISO 639-1 code, in the page's language. */
export function languageName(code: unknown, options: HelperOptions): string {
  if (typeof code !== 'string' || !/^[a-z]{2,3}$/.test(code)) return ''
  return new Intl.DisplayNames([pageLanguage(options)], { type: 'language' }).of(code) ?? code
}
