import { Schema, type Connection, type QueryFilter } from 'mongoose'
import { beginningWith } from './beginning-with.ts'
import type { AuditEntry, Effect } from './effect.ts'
import { plain } from './plain.ts'

export type AuditRecord = AuditEntry & { id: string; at: Date }

/** Which entries are looked for; all that is given must hold. */
export interface AuditSearch {
  actorId?: string
  /** the beginning of a person's name, in any case */
  actorName?: string
  act?: string
  recordKind?: string
  recordId?: string
  /** from this moment on */
  from?: Date
  /** before this moment */
  before?: Date
}

/** Where a page ended. */
export interface AuditPlace {
  at: Date
  id: string
}

interface Stored extends AuditEntry {
  _id: string
  at: Date
}

const schema: Schema<Stored> = new Schema(
  {
    _id: String,
    at: Date,
    actor: {},
    act: String,
    record: { kind: { type: String }, id: String },
    before: {},
    after: {},
  },
  { versionKey: false, collection: 'audit' },
)
const newest = { at: -1, _id: -1 } as const
schema.index({ 'record.id': 1, at: 1 })
schema.index(newest)
schema.index({ 'actor.id': 1, ...newest })
schema.index({ act: 1, ...newest })

export type AuditStore = ReturnType<typeof auditStore>

/** Who did what to which record and when; entries are written once and never changed. */
export function auditStore(connection: Connection) {
  const entries = connection.model('Audit', schema)
  const found = (documents: object[]) => documents.map((entry) => plain<AuditRecord>(entry))

  return {
    async add(effect: Effect): Promise<void> {
      await entries.updateOne(
        { _id: effect.id },
        { $setOnInsert: { at: effect.at, ...(effect.data as object) } },
        { upsert: true },
      )
    },

    async of(recordId: string): Promise<AuditRecord[]> {
      return found(await entries.find({ 'record.id': recordId }).sort({ at: 1 }).lean())
    },

    /** Newest first, from behind a place on. */
    async search(search: AuditSearch, behind: AuditPlace | null, limit: number): Promise<AuditRecord[]> {
      const conditions = behind ? { $and: [conditionsOf(search), olderThan(behind)] } : conditionsOf(search)
      return found(await entries.find(conditions).sort(newest).limit(limit).lean())
    },

    /** Every act that was ever done, by its name. */
    async acts(): Promise<string[]> {
      return (await entries.distinct('act')).sort()
    },
  }
}

function conditionsOf(search: AuditSearch): QueryFilter<Stored> {
  const { actorId, actorName, act, recordKind, recordId, from, before } = search
  return {
    ...(actorId && { 'actor.id': actorId }),
    ...(actorName && { 'actor.name': beginningWith(actorName) }),
    ...(act && { act }),
    ...(recordKind && { 'record.kind': recordKind }),
    ...(recordId && { 'record.id': recordId }),
    ...((from || before) && { at: { ...(from && { $gte: from }), ...(before && { $lt: before }) } }),
  }
}

const olderThan = ({ at, id }: AuditPlace): QueryFilter<Stored> => ({
  $or: [{ at: { $lt: at } }, { at, _id: { $lt: id } }],
})
