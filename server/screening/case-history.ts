import type { TFunction } from 'i18next'
import type { AuditRecord } from '../records/audit-store.ts'
import type { Decision } from './screening.ts'

/** The audit trail of an offer as models of `views/components/timeline.hbs`, oldest first. */
export const historyOf = (trail: AuditRecord[], t: TFunction) =>
  trail.map((entry) => ({
    at: entry.at,
    text: t(`screening-desk:act.${entry.act}`, { defaultValue: entry.act }),
    by: entry.actor.name,
    detail: detailOf(entry, t),
  }))

function detailOf({ act, after }: AuditRecord, t: TFunction): string | undefined {
  if (act === 'edit') {
    const fields = Object.keys(after ?? {}).join(', ')
    return t('screening-desk:history.fields', { fields })
  }
  if (act !== 'decide') return undefined
  const { verdict, reason } = after?.decision as Decision
  return `${t(`screening:verdict.${verdict}`)}: ${reason}`
}
