import type { TFunction } from 'i18next'
import type { AuditRecord } from '../records/audit-store.ts'
import { localeOf } from '../web/helpers/page-language.ts'

/** One field that an act changed, in words. */
export interface Changed {
  field: string
  before?: string
  after: string
}

const longest = 240
const fewest = 3
const isoMoment = /^\d{4}-\d\d-\d\dT/

/** What an entry says of the record before and after, field by field; what stayed the same is left out. `many` are not shown unasked. */
export function changesIn(
  { before, after }: Pick<AuditRecord, 'before' | 'after'>,
  t: TFunction,
  language: string,
): { changes: Changed[]; many: boolean } {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
  const say = (value: unknown) => shortened(inWords(value, t, language))
  const changes = names
    .map((name) => ({
      field: fieldName(name, t),
      ...(before && { before: say(before[name]) }),
      after: say(after?.[name]),
    }))
    .filter((one) => one.before !== one.after)
  return { changes, many: changes.length > fewest }
}

const fieldName = (name: string, t: TFunction): string => t(`admin:field.${name}`, { defaultValue: name })

function inWords(value: unknown, t: TFunction, language: string): string {
  if (value === null || value === undefined || value === '') return t('admin:value.none')
  if (typeof value === 'boolean') return t(`admin:value.${value ? 'yes' : 'no'}`)
  if (value instanceof Date) return moment(value, language)
  if (typeof value === 'string') return isoMoment.test(value) ? moment(new Date(value), language) : value
  if (typeof value === 'number') return new Intl.NumberFormat(localeOf(language)).format(value)
  if (Array.isArray(value))
    return listed(
      value.map((one) => inWords(one, t, language)),
      t,
    )
  return Object.entries(value)
    .map(([name, inner]) => `${fieldName(name, t)}: ${inWords(inner, t, language)}`)
    .join('; ')
}

const listed = (texts: string[], t: TFunction): string =>
  texts.length > 0 ? texts.join(', ') : t('admin:value.none')

const moment = (at: Date, language: string): string =>
  Number.isNaN(at.getTime())
    ? ''
    : new Intl.DateTimeFormat(localeOf(language), {
        ...{ dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' },
      }).format(at)

const shortened = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text)
