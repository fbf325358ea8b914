import { Schema, type Connection } from 'mongoose'
import { effectFields, type Effect } from '../records/effect.ts'
import { plain, plainOrNull } from '../records/plain.ts'
import type { Registration } from './registration.ts'

type Stored = Omit<Registration, 'id'> & { _id: string }

const mixed = { type: {}, default: undefined }
const optional = { type: String, default: undefined }
const schema: Schema<Stored> = new Schema(
  {
    _id: String,
    email: String,
    name: String,
    passwordHash: String,
    language: String,
    company: mixed,
    joins: optional,
    accountId: String,
    organisationId: String,
    hash: String,
    expiresAt: Date,
    confirmedAt: { type: Date, default: undefined },
    createdAt: Date,
    ...effectFields,
  },
  { versionKey: false, collection: 'registrations', minimize: false },
)
const keptSeconds = 30 * 24 * 60 * 60
schema.index({ hash: 1 })
schema.index({ email: 1, createdAt: -1 })
schema.index({ createdAt: 1 }, { expireAfterSeconds: keptSeconds })
schema.index({ 'effects.at': 1 })

export type RegistrationStore = ReturnType<typeof registrationStore>

/** Registrations of the last 30 days. */
export function registrationStore(connection: Connection) {
  const registrations = connection.model('Registration', schema)
  const kept = { effects: 0 }
  return {
    async add({ id, ...registration }: Registration): Promise<void> {
      await registrations.create([{ _id: id, ...registration }])
    },

    async find(id: string): Promise<Registration | null> {
      return plainOrNull<Registration>(await registrations.findOne({ _id: id }, kept).lean())
    },

    async withKey(hash: string): Promise<Registration | null> {
      return plainOrNull<Registration>(await registrations.findOne({ hash }, kept).lean())
    },

    /** The newest one of an address that was not confirmed. */
    async waiting(email: string): Promise<Registration | null> {
      const found = await registrations
        .find({ email, confirmedAt: { $exists: false } }, kept)
        .sort({ createdAt: -1 })
        .limit(1)
        .lean()
      return found[0] ? plain<Registration>(found[0]) : null
    },

    /** Gives it another key; the one before is worth nothing from now on. */
    async renew(id: string, hash: string, expiresAt: Date, effects: Effect[]): Promise<void> {
      const open = { _id: id, confirmedAt: { $exists: false } }
      await registrations.updateOne(open, {
        $set: { hash, expiresAt },
        $push: { effects: { $each: effects } },
      })
    },

    /** `false` where the key was used already or has ended: of two that use it at once one wins. */
    async confirm({ id, hash }: Registration, now: Date, effects: Effect[]): Promise<boolean> {
      const open = { _id: id, hash, confirmedAt: { $exists: false }, expiresAt: { $gt: now } }
      const written = await registrations.updateOne(open, {
        $set: { confirmedAt: now },
        $push: { effects: { $each: effects } },
      })
      return written.matchedCount === 1
    },
  }
}
