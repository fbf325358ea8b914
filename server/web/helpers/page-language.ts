import type { HelperOptions } from 'handlebars'
import { fallbackLanguage } from '../i18n.ts'

/** The page's language, wherever in a template a helper stands. */
export const pageLanguage = (options: HelperOptions): string =>
  String(options.data?.root?.language ?? fallbackLanguage)

/** For `Intl`: Arabic pages use the digits 0-9 throughout, as figures inside sentences do. */
export const pageLocale = (options: HelperOptions): string => `${pageLanguage(options)}-u-nu-latn`
