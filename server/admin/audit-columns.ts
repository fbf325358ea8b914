import type { Column } from '../exports/exportable.ts'
import type { AuditRecord } from '../records/audit-store.ts'

/** The audit as a table: states before and after as JSON. */
export const auditColumns: Column<AuditRecord>[] = [
  { name: 'at', valueOf: ({ at }) => at },
  { name: 'actor', valueOf: ({ actor }) => actor.name },
  { name: 'actorId', valueOf: ({ actor }) => actor.id },
  { name: 'act', valueOf: ({ act }) => act },
  { name: 'recordKind', valueOf: ({ record }) => record.kind },
  { name: 'recordId', valueOf: ({ record }) => record.id },
  { name: 'before', valueOf: ({ before }) => json(before) },
  { name: 'after', valueOf: ({ after }) => json(after) },
]

const json = (state: AuditRecord['before']): string => (state ? JSON.stringify(state) : '')
