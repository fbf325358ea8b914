import data from './data/languages.json' with { type: 'json' }

/** The six official languages of the United Nations; every label of the vocabulary has all six. */
export const LANGUAGES = ['ar', 'zh', 'en', 'fr', 'ru', 'es'] as const
export type Language = (typeof LANGUAGES)[number]

/** One text in each of the six languages. */
export type Labels = Readonly<Record<Language, string>>

const ownNames: Labels = data.ownNames
const iso639 = new Set(data.iso639.split(' '))

/** The same thing said in each of the six languages. */
export function inEachLanguage<T>(say: (language: Language) => T): Record<Language, T> {
  return Object.fromEntries(LANGUAGES.map((language) => [language, say(language)])) as Record<Language, T>
}

export function isLanguage(code: string): code is Language {
  return (LANGUAGES as readonly string[]).includes(code)
}

/** Whether the text is a two-letter ISO 639-1 code in lower case, of any language in the standard. */
export function isLanguageCode(code: string): boolean {
  return iso639.has(code)
}

/** What its speakers call the language, e.g. 'Français'. */
export function ownNameOf(language: Language): string {
  return ownNames[language]
}

/** The value of the HTML `dir` attribute for text in the language. */
export function directionOf(language: Language): 'rtl' | 'ltr' {
  return language === 'ar' ? 'rtl' : 'ltr'
}
