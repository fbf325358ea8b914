import { fallbackLanguage } from '../web/i18n.ts'

export interface MandateText {
  language: string
  text: string
}

/** A mandate in the reader's language, else in English, else in whatever there is. */
export function mandateText(
  texts: Record<string, string> | undefined,
  language: string,
): MandateText | undefined {
  const wanted = [language, fallbackLanguage, ...Object.keys(texts ?? {})]
  const found = wanted.find((code) => texts?.[code])
  return found === undefined ? undefined : { language: found, text: texts?.[found] ?? '' }
}
