import type { TFunction } from 'i18next'
import { CONTRIBUTION_TYPES } from '../vocabulary/contribution-types.ts'
import { allDivisions, industryName, isIndustry } from '../vocabulary/industries.ts'
import { LANGUAGES, ownNameOf } from '../vocabulary/languages.ts'
import { allCountries, allRegions, WORLD } from '../vocabulary/places.ts'
import { SDGS } from '../vocabulary/sdgs.ts'
import type { Choice } from '../web/forms.ts'
import { namesIn } from './posting-names.ts'
import { bearers, conditions, urgencies } from './posting.ts'

/** Choosing this leaves it to us to tell the language from the text. */
export const recognised = 'auto'

/** Offered to whoever types a currency; any other ISO 4217 code is taken too. */
export const commonCurrencies = [
  ...[
    'USD',
    'EUR',
    'GBP',
    'CHF',
    'JPY',
    'CNY',
    'INR',
    'BRL',
    'ZAR',
    'AED',
    'SAR',
    'EGP',
    'NGN',
    'KES',
    'XOF',
  ],
  ...[
    'XAF',
    'RUB',
    'TRY',
    'MXN',
    'COP',
    'PEN',
    'IDR',
    'PHP',
    'THB',
    'BDT',
    'PKR',
    'AUD',
    'CAD',
    'SEK',
    'NOK',
  ],
]

/** What the fields of a posting can be chosen from, in the reader's language. */
export function choicesIn(language: string, t: TFunction) {
  const names = namesIn(language)
  const byName = (codes: string[], nameOf: (code: string) => string): Choice[] =>
    codes.map((value) => ({ value, label: nameOf(value) })).sort((a, b) => names.compare(a.label, b.label))
  const words = (codes: readonly string[], key: string): Choice[] =>
    codes.map((value) => ({ value, label: t(`${key}.${value}`) }))
  return {
    types: CONTRIBUTION_TYPES.map((type) => ({ value: type, label: names.type(type) })),
    languages: [
      { value: recognised, label: t('postings:recognised') },
      ...LANGUAGES.map((code) => ({ value: code, label: ownNameOf(code) })),
    ],
    goals: SDGS.map((goal) => ({ value: String(goal), label: `${goal}. ${names.goal(goal).name}` })),
    countries: byName(allCountries(), names.country),
    regions: byName(
      allRegions().filter((region) => region !== WORLD),
      names.region,
    ),
    urgencies: words(urgencies, 'urgency'),
    conditions: words(conditions, 'postings:condition'),
    bearers: words(bearers, 'postings:bearer'),
  }
}

/** The divisions of ISIC Rev.4, and the finer code that a posting may have come with. */
export function industryChoices(chosen: unknown): Choice[] {
  const codes = allDivisions()
  const finer = typeof chosen === 'string' && isIndustry(chosen) && !codes.includes(chosen) ? [chosen] : []
  return [...finer, ...codes].map((code) => ({ value: code, label: `${code} ${industryName(code)}` }))
}
