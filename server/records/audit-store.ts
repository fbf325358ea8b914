import { Schema, type Connection } from 'mongoose'
import type { AuditEntry, Effect } from './effect.ts'
import { plain } from './plain.ts'

export type AuditRecord = AuditEntry & { id: string; at: Date }

const schema = new Schema(
  {
    _id: String,
    at: Date,
    actor: {},
    act: String,
    record: { kind: String, id: String },
    before: {},
    after: {},
  },
  { versionKey: false, collection: 'audit' },
)
schema.index({ 'record.id': 1, at: 1 })

export type AuditStore = ReturnType<typeof auditStore>

/** Who did what to which record and when; entries are written once and never changed. */
export function auditStore(connection: Connection) {
  const entries = connection.model('Audit', schema)
  return {
    async add(effect: Effect): Promise<void> {
      await entries.updateOne(
        { _id: effect.id },
        { $setOnInsert: { at: effect.at, ...effect.data } },
        { upsert: true },
      )
    },
    async of(recordId: string): Promise<AuditRecord[]> {
      const found = await entries.find({ 'record.id': recordId }).sort({ at: 1 }).lean()
      return found.map((entry) => plain<AuditRecord>(entry))
    },
  }
}
