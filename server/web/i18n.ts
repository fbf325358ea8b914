import { readdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { createInstance } from 'i18next'
import type { TFunction } from 'i18next'
import Backend from 'i18next-fs-backend'

const folder = fileURLToPath(new URL('../../views/locales', import.meta.url))

export interface Language {
  /** ISO 639-1 */
  code: string
  /** in the language itself */
  name: string
  direction: 'ltr' | 'rtl'
}

/** The languages of the interface; what English has and another lacks is shown in English. */
export const languages: readonly Language[] = [
  { code: 'en', name: 'English', direction: 'ltr' },
  { code: 'fr', name: 'Français', direction: 'ltr' },
  { code: 'ar', name: 'العربية', direction: 'rtl' },
]
export const fallbackLanguage = 'en'

export interface Translations {
  /** For pages, socket rows and mails alike; an unknown language speaks English. */
  translator(language: string): TFunction
}

export const isSpoken = (code: string | undefined): code is string =>
  languages.some((language) => language.code === code)

export const directionOf = (code: string): Language['direction'] =>
  languages.find((language) => language.code === code)?.direction ?? 'ltr'

/** Loads every `views/locales/{language}/{namespace}.json` at once; nothing is read from disk afterwards. */
export async function createTranslations(): Promise<Translations> {
  const instance = createInstance()
  const codes = languages.map((language) => language.code)
  await instance.use(Backend).init({
    preload: codes,
    supportedLngs: codes,
    fallbackLng: fallbackLanguage,
    ns: namespaces(),
    defaultNS: 'common',
    backend: { loadPath: path.join(folder, '{{lng}}/{{ns}}.json') },
    // Handlebars escapes what it shows
    interpolation: { escapeValue: false },
  })
  const translators = new Map(codes.map((code) => [code, instance.getFixedT(code)]))
  const fallback = instance.getFixedT(fallbackLanguage)
  return { translator: (language) => translators.get(language) ?? fallback }
}

const namespaces = () => readdirSync(path.join(folder, fallbackLanguage)).map((file) => path.parse(file).name)
