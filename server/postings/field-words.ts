import type { TFunction } from 'i18next'
import { industryName, isIndustry } from '../vocabulary/industries.ts'
import { namesIn } from './posting-names.ts'
import type { PostingContent } from './posting.ts'
import { localeOf } from '../web/helpers/page-language.ts'
import { perLocale } from '../web/helpers/per-locale.ts'

const day = perLocale((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }))

/** What people write of a posting, in the order in which changes of it are shown. */
export const historyFields = [
  'title',
  'description',
  'language',
  'contributionTypes',
  'industry',
  'sdgs',
  'sdgTargets',
  'countries',
  'regions',
  'quantity',
  'value',
  'availableFrom',
  'availableUntil',
  'urgency',
  'inKind',
] as const satisfies readonly (keyof PostingContent)[]
export type HistoryField = (typeof historyFields)[number]

/** Of the groups of fields the heading, of the rest the label in the form. */
export function fieldLabel(field: HistoryField, t: TFunction): string {
  if (field === 'inKind') return t('postings:form-parts.goods.title')
  if (field === 'quantity' || field === 'value') return t(`postings:facts.${field}`)
  return t(`postings:form.${field}.label`)
}

/** The value of a field in the reader's words; '' for none. Moments are left to the template. */
export function fieldWords(field: HistoryField, value: unknown, t: TFunction, language: string): string {
  const words = wordsIn(t, language)
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) return words.list(value.map((one) => words.ofCode(field, one)))
  if (field === 'quantity' || field === 'value') return words.amount(value)
  if (field === 'inKind') return words.goods(value)
  return words.ofCode(field, value)
}

function wordsIn(t: TFunction, language: string) {
  const names = namesIn(language)
  const locale = localeOf(language)
  const codes: Partial<Record<HistoryField, (code: never) => string>> = {
    contributionTypes: names.type,
    countries: names.country,
    regions: names.region,
    language: names.language,
    sdgs: (goal: number) => `${goal}. ${names.goal(goal).name}`,
    urgency: (urgency: string) => t(`urgency.${urgency}`),
    industry: (code: string) => (isIndustry(code) ? `${code} ${industryName(code)}` : code),
  }
  return {
    list: (texts: string[]) => new Intl.ListFormat(language).format(texts),
    ofCode: (field: HistoryField, code: unknown) => codes[field]?.(code as never) ?? String(code),
    amount({ amount, unit, currency }: { amount?: number; unit?: string; currency?: string }) {
      return [new Intl.NumberFormat(locale).format(amount ?? 0), unit ?? currency].join(' ')
    },
    goods({
      condition,
      shelfLifeUntil,
      freightPaidBy,
      customsBy,
      consignee,
    }: NonNullable<PostingContent['inKind']>) {
      const parts = [
        condition && t(`postings:condition.${condition}`),
        shelfLifeUntil && `${t('postings:facts.shelf-life')} ${day(locale).format(shelfLifeUntil)}`,
        freightPaidBy && `${t('postings:facts.freight')}: ${t(`postings:bearer.${freightPaidBy}`)}`,
        customsBy && `${t('postings:facts.customs')}: ${t(`postings:bearer.${customsBy}`)}`,
        consignee && `${t('postings:facts.consignee')}: ${consignee}`,
      ]
      return parts.filter(Boolean).join(' · ')
    },
  }
}
