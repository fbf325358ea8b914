import { Schema, type Connection } from 'mongoose'
import { effectFields, type Effect } from '../records/effect.ts'
import { plain, plainOrNull } from '../records/plain.ts'
import type { Invitation } from './invitation.ts'

type Stored = Omit<Invitation, 'id'> & { _id: string }

const moment = { type: Date, default: undefined }
const schema: Schema<Stored> = new Schema(
  {
    _id: String,
    organisationId: String,
    email: String,
    role: String,
    inviter: {},
    language: String,
    hash: String,
    expiresAt: Date,
    createdAt: Date,
    acceptedAt: moment,
    revokedAt: moment,
    accountId: { type: String, default: undefined },
    newcomer: { type: {}, default: undefined },
    ...effectFields,
  },
  { versionKey: false, collection: 'invitations', minimize: false },
)
schema.index({ hash: 1 })
schema.index({ organisationId: 1, createdAt: -1 })
schema.index({ 'effects.at': 1 })

const kept = { effects: 0 } as const
const waiting = { acceptedAt: { $exists: false }, revokedAt: { $exists: false } }
const mostListed = 100

export type InvitationStore = ReturnType<typeof invitationStore>

export function invitationStore(connection: Connection) {
  const invitations = connection.model('Invitation', schema)
  return {
    async add({ id, ...invitation }: Invitation): Promise<void> {
      await invitations.create([{ _id: id, ...invitation }])
    },

    async find(id: string): Promise<Invitation | null> {
      return plainOrNull<Invitation>(await invitations.findOne({ _id: id }, kept).lean())
    },

    async withKey(hash: string): Promise<Invitation | null> {
      return plainOrNull<Invitation>(await invitations.findOne({ hash }, kept).lean())
    },

    /** Neither accepted nor revoked, newest first; their time may be up. */
    async waiting(organisationId: string): Promise<Invitation[]> {
      const theirs = { organisationId, ...waiting }
      const found = await invitations.find(theirs, kept).sort({ createdAt: -1 }).limit(mostListed).lean()
      return found.map((one) => plain<Invitation>(one))
    },

    /** Gives it another key and more time; the key before is worth nothing from now on. */
    async renew({ id }: Invitation, hash: string, expiresAt: Date, effects: Effect[]): Promise<boolean> {
      const change = { $set: { hash, expiresAt }, $push: { effects: { $each: effects } } }
      return (await invitations.updateOne({ _id: id, ...waiting }, change)).matchedCount === 1
    },

    /** `false` where it was accepted or revoked before. */
    async revoke({ id }: Invitation, now: Date, effects: Effect[]): Promise<boolean> {
      const change = { $set: { revokedAt: now }, $push: { effects: { $each: effects } } }
      return (await invitations.updateOne({ _id: id, ...waiting }, change)).matchedCount === 1
    },

    /** `false` where it was used, revoked or renewed before, or its time is up: of two at once one wins. */
    async accept(
      { id, hash, accountId, newcomer }: Invitation,
      now: Date,
      effects: Effect[],
    ): Promise<boolean> {
      const open = { _id: id, hash, expiresAt: { $gt: now }, ...waiting }
      const written = await invitations.updateOne(open, {
        $set: { acceptedAt: now, accountId, ...(newcomer && { newcomer }) },
        $push: { effects: { $each: effects } },
      })
      return written.matchedCount === 1
    },
  }
}
