import { createHash, randomBytes } from 'node:crypto'
import { Schema, type Connection } from 'mongoose'

interface Stored {
  _id: string
  accountId: string
  name: string
  createdAt: Date
  expiresAt: Date
}

const schema: Schema<Stored> = new Schema(
  { _id: String, accountId: String, name: String, createdAt: Date, expiresAt: Date },
  { versionKey: false, collection: 'tokens' },
)
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 })

const lifetimeDays = 90
const fingerprint = (token: string): string => createHash('sha256').update(token).digest('hex')

export type TokenStore = ReturnType<typeof tokenStore>

/** Keys for the API, valid for 90 days. Only their fingerprint is stored. */
export function tokenStore(connection: Connection) {
  const tokens = connection.model('Token', schema)
  return {
    async create(accountId: string, name: string, now: Date): Promise<{ token: string; expiresAt: Date }> {
      const token = randomBytes(32).toString('base64url')
      const expiresAt = new Date(now.getTime() + lifetimeDays * 86_400_000)
      await tokens.create([{ _id: fingerprint(token), accountId, name, createdAt: now, expiresAt }])
      return { token, expiresAt }
    },

    async accountIdOf(token: string, now: Date): Promise<string | null> {
      const found = await tokens.findOne({ _id: fingerprint(token), expiresAt: { $gt: now } }).lean()
      return found?.accountId ?? null
    },
  }
}
