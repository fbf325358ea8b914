import type { Model } from 'mongoose'
import type { StoredPosting } from './posting-schema.ts'

/** What becomes of an organisation's postings when it is deactivated, and when that is undone. */
export function postingStanding(model: Model<StoredPosting>) {
  const due = (now: Date) => ({ updatedAt: now, 'work.dueAt': now, 'work.attempts': 0 })
  return {
    /** Off the lists as if withdrawn, but remembered, so that it can be undone. */
    async suspendOf(organisationId: string, now: Date): Promise<void> {
      const theirs = { organisationId, publishedAt: { $ne: null }, withdrawnAt: null }
      await model.updateMany(theirs, {
        $set: { withdrawnAt: now, suspended: true, ...due(now) },
        $min: { 'work.waitingSince': now },
        $unset: { 'work.token': 1 },
      })
    },

    /** What was suspended stands as before; what its people had withdrawn themselves stays withdrawn. */
    async restoreOf(organisationId: string, now: Date): Promise<void> {
      const theirs = { organisationId, suspended: true }
      await model.updateMany(theirs, {
        $set: { withdrawnAt: null, ...due(now) },
        $min: { 'work.waitingSince': now },
        $unset: { 'work.token': 1, suspended: 1 },
      })
    },
  }
}
