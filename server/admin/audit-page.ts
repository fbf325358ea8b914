import type { Request } from 'express'
import { paths } from '../paths.ts'
import type { AuditRecord } from '../records/audit-store.ts'
import { addressWith } from '../web/address.ts'
import { formFields } from '../web/forms.ts'
import { adminFrame } from './admin-frame.ts'
import { cursorAt, recordKinds, type AuditQuery } from './audit-query.ts'
import type { NamedRecord } from './record-names.ts'
import { changesIn } from './state-words.ts'
import { actName } from './trail.ts'

interface Shown {
  entries: AuditRecord[]
  more: boolean
  acts: string[]
  names: Map<string, NamedRecord>
}

type Reader = Pick<Request, 't' | 'language'>

/** The model of `views/admin/audit.hbs`. */
export function auditPage(shown: Shown, { behind, ...query }: AuditQuery, { t, language }: Reader) {
  const { entries, more } = shown
  const last = entries.at(-1)
  return {
    ...adminFrame('audit', t),
    action: paths.audit(),
    fields: fieldsOf(shown.acts, query, { t, language }),
    file: addressWith(paths.auditFile(), query),
    entries: entries.map((entry) => ({
      at: entry.at,
      by: {
        name: entry.actor.name || entry.actor.id,
        href: addressWith(paths.audit(), { person: entry.actor.id }),
      },
      act: actName(entry.act, t),
      kind: t(`admin:kind.${entry.record.kind}`, { defaultValue: entry.record.kind }),
      record: shown.names.get(entry.record.id) ?? { name: entry.record.id },
      ...changesIn(entry, t, language),
    })),
    first: behind && addressWith(paths.audit(), query),
    next: more && last && addressWith(paths.audit(), { ...query, behind: cursorAt(last) }),
  }
}

function fieldsOf(acts: string[], values: AuditQuery, { t }: Reader) {
  const field = formFields({ t, words: 'admin:audit', values })
  const kinds = recordKinds.map((kind) => ({ value: kind, label: t(`admin:kind.${kind}`) }))
  return [
    field('person', { kind: 'search', attributes: { maxlength: 120 } }),
    field('act', { kind: 'select', choices: acts.map((act) => ({ value: act, label: actName(act, t) })) }),
    field('kind', { kind: 'select', choices: kinds }),
    field('record', { attributes: { maxlength: 80 } }),
    field('from', { kind: 'date' }),
    field('until', { kind: 'date' }),
  ]
}
