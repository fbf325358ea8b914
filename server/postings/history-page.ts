import { isDeepStrictEqual } from 'node:util'
import type { TFunction } from 'i18next'
import { paths } from '../paths.ts'
import type { AuditRecord } from '../records/audit-store.ts'
import { addressWith } from '../web/address.ts'
import { fieldLabel, fieldWords, historyFields, type HistoryField } from './field-words.ts'
import type { Posting } from './posting.ts'

interface HistoryContext {
  /** the reader acts for whoever posted it */
  own: boolean
  t: TFunction
  language: string
}

/** Acts on the posting itself; what screening officers decide stands in the case. */
const told = [
  'post',
  'publish',
  'edit',
  'ask',
  'renew',
  'withdraw',
  'undo-withdrawal',
  'meet',
  'undo-meeting',
]

/** The model of `views/postings/history.hbs`, newest first. */
export function historyPage(posting: Posting, trail: AuditRecord[], context: HistoryContext) {
  const { own, t } = context
  const title = t('postings:history.title')
  const href = paths.posting(posting)
  const editable = own && !posting.withdrawnAt
  return {
    title,
    textLanguage: posting.language,
    crumbs: [
      { text: t(`navigation.${posting.side}s`), href: paths.postings(posting.side) },
      { text: posting.title || t('postings:untitled'), href },
      { text: title },
    ],
    entries: trail
      .filter(({ act }) => told.includes(act))
      .map((entry) => ({
        at: entry.at,
        by: entry.actor.name,
        act: t(`postings:history.act.${entry.act}`),
        changes: changesOf(entry, context),
        take:
          editable && entry.act === 'edit'
            ? addressWith(paths.editing(posting), { from: entry.id })
            : undefined,
      }))
      .reverse(),
  }
}

/** Field by field what stood there before and after, in words. */
function changesOf({ act, before, after }: AuditRecord, { t, language }: HistoryContext) {
  if (act === 'post' || !before || !after) return []
  return historyFields
    .filter((field) => field in after && !isSame(before[field], after[field]))
    .map((field) => ({
      field: fieldLabel(field, t),
      long: field === 'description',
      before: shown(field, before[field], t, language),
      after: shown(field, after[field], t, language),
    }))
}

const shown = (field: HistoryField, value: unknown, t: TFunction, language: string) =>
  value instanceof Date ? { moment: value } : { text: fieldWords(field, value, t, language) }

const isSame = (one: unknown, other: unknown): boolean => isDeepStrictEqual(one ?? null, other ?? null)
