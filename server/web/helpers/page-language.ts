import type { HelperOptions } from 'handlebars'
import { fallbackLanguage } from '../i18n.ts'

/** The page's language, wherever in a template a helper stands. */
export const pageLanguage = (options: HelperOptions): string =>
  String(options.data?.root?.language ?? fallbackLanguage)

/**
 * For `Intl`: English as the United Nations write it (1 March 2027), and the digits 0-9 in Arabic too, as
 * figures inside sentences have them.
 */
export const localeOf = (language: string): string => `${language === 'en' ? 'en-GB' : language}-u-nu-latn`

export const pageLocale = (options: HelperOptions): string => localeOf(pageLanguage(options))
