import type { Model } from 'mongoose'
import type { Effect } from '../records/effect.ts'
import type { Posting } from './posting.ts'
import type { StoredPosting } from './posting-schema.ts'
import { dueFrom } from './posting-work.ts'
import { setAndUnset } from '../records/set-and-unset.ts'

/** A posting to which the clock has brought something. */
export interface DueLook<P> {
  posting: P
  lookAt: Date
}

/** What follows from a look, written at once. */
export interface Looked {
  effects: Effect[]
  /** the moment of the next one; none is in sight without it */
  next: Date | undefined
  /** it was asked about, so that it is no longer open for ever */
  askedAt?: Date
}

/** Postings by the moment when the clock next brings them something; every act on a posting sets it anew. */
export function postingLooks<P extends Posting>(
  model: Model<StoredPosting>,
  toPosting: (document: object) => P,
) {
  return {
    /** The longest due first. */
    async dueLooks(now: Date, limit: number): Promise<DueLook<P>[]> {
      const due = { 'work.lookAt': { $lte: now } }
      const found = await model.find(due).sort({ 'work.lookAt': 1 }).limit(limit).lean()
      return found.flatMap(
        ({ work: { lookAt }, effects: _effects, requestKey: _key, typed: _typed, ...rest }) =>
          lookAt ? [{ posting: toPosting(rest), lookAt }] : [],
      )
    },

    /** Does nothing where an act or another process came in between. */
    async looked(
      { posting, lookAt }: DueLook<P>,
      { effects, next, askedAt }: Looked,
      now: Date,
    ): Promise<void> {
      const asRead = { _id: posting.id, 'work.lookAt': lookAt, updatedAt: posting.updatedAt }
      const { $set, $min } = dueFrom(now)
      const again = askedAt && { ...$set, askedAt, 'work.token': undefined }
      const { set, unset } = setAndUnset({ 'work.lookAt': next, ...again })
      await model.updateOne(asRead, {
        $set: set,
        $unset: unset,
        ...(askedAt && { $min }),
        $push: { effects: { $each: effects } },
      })
    },

    /** Lets the clock look at published postings of a time before it did. */
    async markUnlooked(now: Date): Promise<void> {
      const never = { 'work.lookAt': { $exists: false }, source: { $exists: false } }
      const out = { publishedAt: { $ne: null }, withdrawnAt: null }
      await model.updateMany({ ...never, ...out }, { $set: { 'work.lookAt': now } })
    },
  }
}
