import type { Model } from 'mongoose'
import type { Effect } from '../records/effect.ts'
import type { StoredAccount } from './account-schema.ts'

/** What an account is entered with: its password's hash, and the key of a link for a new one. */
export function secretsOf(accounts: Model<StoredAccount>) {
  const living = { deletedAt: { $exists: false } }
  return {
    async credentials(email: string): Promise<{ id: string; passwordHash: string } | null> {
      const found = await accounts.findOne({ email: email.trim().toLowerCase(), ...living }).lean()
      return found && { id: found._id, passwordHash: found.passwordHash }
    },

    /** Sets it without ending anything: for the demo's accounts. */
    async setPasswordHash(email: string, passwordHash: string): Promise<void> {
      await accounts.updateOne({ email: email.toLowerCase() }, { $set: { passwordHash } })
    },

    /** Ends all sessions, tokens, sockets and links for a new password; `false` where the old one is another by now. */
    async changePassword(id: string, { from, to }: { from: string; to: string }, effects: Effect[]) {
      const written = await accounts.updateOne(
        { _id: id, passwordHash: from, ...living },
        {
          $set: { passwordHash: to },
          $unset: { reset: 1 },
          $inc: { epoch: 1 },
          $push: { effects: { $each: effects } },
        },
      )
      return written.matchedCount === 1
    },

    /** The key of a link for a new password; an older one is worth nothing from now on. */
    async allowReset(id: string, reset: { hash: string; expiresAt: Date }, effects: Effect[]): Promise<void> {
      await accounts.updateOne({ _id: id }, { $set: { reset }, $push: { effects: { $each: effects } } })
    },

    /** Whose password the key may set now. */
    async resettable(hash: string, now: Date): Promise<string | null> {
      const found = await accounts.findOne({ 'reset.hash': hash, 'reset.expiresAt': { $gt: now } }).lean()
      return found?._id ?? null
    },

    /** Uses the key up; `false` where it was used, replaced or has ended. */
    async reset(hash: string, passwordHash: string, now: Date, effects: Effect[]): Promise<boolean> {
      const written = await accounts.updateOne(
        { 'reset.hash': hash, 'reset.expiresAt': { $gt: now }, ...living },
        {
          $set: { passwordHash },
          $unset: { reset: 1 },
          $inc: { epoch: 1 },
          $push: { effects: { $each: effects } },
        },
      )
      return written.matchedCount === 1
    },
  }
}
