import type { Settings } from 'meilisearch'
import { postingSettings } from './postings.ts'

const locales = { ar: 'ara', zh: 'cmn', en: 'eng', fr: 'fra', ru: 'rus', es: 'spa' } as const

/** A part of these attributes per language is read by that language's rules, all else by those of the six. */
export const localized = (...attributes: string[]): Settings['localizedAttributes'] => [
  ...attributes.flatMap((attribute) =>
    Object.entries(locales).map(([language, locale]) => ({
      attributePatterns: [`${attribute}.${language}`],
      locales: [locale],
    })),
  ),
  { attributePatterns: ['*'], locales: Object.values(locales) },
]

/** As `postings.ts` tells the rules: a chosen order first, and at the end what breaks a tie. */
export const rankingRules = (last: string): string[] => [...postingSettings.rankingRules.slice(0, -1), last]
