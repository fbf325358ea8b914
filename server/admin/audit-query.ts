import { z } from 'zod'
import type { AuditPlace, AuditRecord, AuditSearch } from '../records/audit-store.ts'

export const recordKinds = [
  'offer',
  'need',
  'match',
  'organisation',
  'account',
  'partnership',
  'answer',
  'processing',
] as const

const id = z.string().regex(/^[\w:-]{1,80}$/)
const day = z.iso.date()

/** The state of the audit's filter; what makes no sense is left out. */
export const auditQuery = z.object({
  person: z.string().trim().max(120).optional().catch(undefined),
  act: z.string().max(60).optional().catch(undefined),
  kind: z.enum(recordKinds).optional().catch(undefined),
  record: id.optional().catch(undefined),
  from: day.optional().catch(undefined),
  until: day.optional().catch(undefined),
  behind: z
    .string()
    .regex(/^\d{1,15}\.[\w-]{1,60}$/)
    .optional()
    .catch(undefined),
})
export type AuditQuery = z.output<typeof auditQuery>

/** A person is named by id, as the pages of accounts link, or by the beginning of a name, as people type. */
export function searchOf({ person, act, kind, record, from, until }: AuditQuery): AuditSearch {
  const byId = person && /^[0-9a-f]{24}$/.test(person)
  return {
    ...(person && (byId ? { actorId: person } : { actorName: person })),
    ...(act && { act }),
    ...(kind && { recordKind: kind }),
    ...(record && { recordId: record }),
    ...(from && { from: new Date(from) }),
    ...(until && { before: new Date(new Date(until).getTime() + 86_400_000) }),
  }
}

export function placeOf({ behind }: AuditQuery): AuditPlace | null {
  const [at = '', recordId = ''] = behind?.split('.', 2) ?? []
  return at ? { at: new Date(Number(at)), id: recordId } : null
}

export const cursorAt = ({ at, id: recordId }: AuditRecord): string => `${at.getTime()}.${recordId}`
