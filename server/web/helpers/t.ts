import type { HelperOptions } from 'handlebars'
import type { Translations } from '../i18n.ts'
import { pageLanguage } from './page-language.ts'

/** `{{t 'offers:list.count' count=12}}`; without a namespace the key stands in `common.json`. */
export const tHelper =
  (translations: Translations) =>
  (key: string, options: HelperOptions): string => {
    const values: Record<string, unknown> = options.hash
    return translations.translator(pageLanguage(options))(key, values)
  }
