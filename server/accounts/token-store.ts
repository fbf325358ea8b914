import { createHash, randomBytes } from 'node:crypto'
import { Schema, type Connection } from 'mongoose'
import type { Admission } from './account.ts'

interface Stored extends Admission {
  _id: string
  name: string
  createdAt: Date
  expiresAt: Date
  /** to the hour */
  usedAt?: Date
}

/** A token as its owner sees it again; what opens the API was shown once. */
export interface TokenEntry {
  id: string
  name: string
  createdAt: Date
  expiresAt: Date
  usedAt?: Date
}

const schema: Schema<Stored> = new Schema(
  {
    _id: String,
    accountId: String,
    epoch: { type: Number, default: 0 },
    name: String,
    createdAt: Date,
    expiresAt: Date,
    usedAt: { type: Date, default: undefined },
  },
  { versionKey: false, collection: 'tokens' },
)
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 })
schema.index({ accountId: 1 })

const lifetimeDays = 90
const hour = 3_600_000
const fingerprint = (token: string): string => createHash('sha256').update(token).digest('hex')

export type TokenStore = ReturnType<typeof tokenStore>

/** Keys for the API, valid for 90 days. Only their fingerprint is stored. */
export function tokenStore(connection: Connection) {
  const tokens = connection.model('Token', schema)
  return {
    /** Good in the account's `epoch` only. */
    async create(
      accountId: string,
      name: string,
      now: Date,
      epoch = 0,
    ): Promise<{ token: string; expiresAt: Date }> {
      const token = randomBytes(32).toString('base64url')
      const expiresAt = new Date(now.getTime() + lifetimeDays * 86_400_000)
      await tokens.create([{ _id: fingerprint(token), accountId, epoch, name, createdAt: now, expiresAt }])
      return { token, expiresAt }
    },

    async admissionOf(token: string, now: Date): Promise<Admission | null> {
      const found = await tokens.findOne({ _id: fingerprint(token), expiresAt: { $gt: now } }).lean()
      if (found && !(found.usedAt && now.getTime() - found.usedAt.getTime() < hour))
        await tokens.updateOne({ _id: found._id }, { $set: { usedAt: now } })
      return found && { accountId: found.accountId, epoch: found.epoch ?? 0 }
    },

    /** Those that are good now, newest first. */
    async of({ accountId, epoch }: Admission, now: Date): Promise<TokenEntry[]> {
      const good = { accountId, epoch, expiresAt: { $gt: now } }
      const found = await tokens.find(good).sort({ createdAt: -1 }).lean()
      return found.map(({ _id: id, name, createdAt, expiresAt, usedAt }) => ({
        id,
        name,
        createdAt,
        expiresAt,
        usedAt,
      }))
    },

    /** `false` where the account has no such token. */
    async revoke(accountId: string, id: string): Promise<boolean> {
      return (await tokens.deleteOne({ _id: id, accountId })).deletedCount === 1
    },
  }
}
