import type { Model } from 'mongoose'
import type { FailingRecord } from '../records/due-work.ts'
import type { Effect } from '../records/effect.ts'
import { newId } from '../records/new-id.ts'
import type { Posting } from './posting.ts'
import type { StoredPosting } from './posting-schema.ts'

/** The versions of everything outside the posting that its processing depended on. */
export type Inputs = Record<string, string | number>

export interface Claimed<P> {
  posting: P
  effects: Effect[]
  token: string
  attempts: number
  quiet: boolean
}

const leaseMilliseconds = 20_000
const longestPause = 5 * 60_000
/** Those under way or to be tried later have a later moment; they wait as well. */
const ever = new Date(8.64e15)

/**
 * Work is every posting whose `work.dueAt` has come. Claiming moves that moment past a lease and leaves a
 * token; each write of a step names the token, and any act on the posting removes it, so that a slow or
 * crashed step can neither overwrite a newer one nor lose the posting.
 */
export function postingWork<P extends Posting>(
  model: Model<StoredPosting>,
  toPosting: (document: object) => P,
) {
  async function claimed(token: string): Promise<Claimed<P>[]> {
    const found = await model.find({ 'work.token': token }).lean()
    return found.map((document) => {
      const { work, effects, requestKey: _key, typed: _typed, ...rest } = document
      return { posting: toPosting(rest), effects, token, attempts: work.attempts, quiet: work.quiet }
    })
  }

  return {
    /**
     * Takes up to `limit` due postings for one lease; nobody else gets them meanwhile. What people posted comes
     * before the `quiet` postings of a bulk import.
     */
    async claim(now: Date, limit: number, quiet = false): Promise<Claimed<P>[]> {
      const due = { 'work.quiet': quiet, 'work.dueAt': { $lte: now } }
      const found = await model.find(due, { _id: 1 }).sort({ 'work.dueAt': 1 }).limit(limit).lean()
      if (found.length === 0) return []
      const token = newId()
      const until = new Date(now.getTime() + leaseMilliseconds)
      const still = { _id: { $in: found.map(({ _id }) => _id) }, 'work.dueAt': { $lte: now } }
      await model.updateMany(still, { $set: { 'work.token': token, 'work.dueAt': until } })
      return claimed(token)
    },

    /** Begins the lease anew for a run that is still at work. */
    async renew(tokens: string[], now: Date): Promise<void> {
      const until = new Date(now.getTime() + leaseMilliseconds)
      await model.updateMany({ 'work.token': { $in: tokens } }, { $set: { 'work.dueAt': until } })
    },

    /** A step's own write; `false` if an act or another process came in between. */
    async record({ posting, token }: Claimed<P>, fields: Partial<P>): Promise<boolean> {
      const mine = { _id: posting.id, revision: posting.revision, 'work.token': token }
      const result = await model.updateOne(mine, { $set: fields })
      return result.matchedCount === 1
    },

    /** The last write of a run: up to date with `inputs`. */
    async finish(tokens: string[], done: Inputs, now: Date): Promise<void> {
      const mine = { 'work.token': { $in: tokens } }
      const change = {
        $set: { 'work.done': done, 'work.attempts': 0, 'work.endedAt': now },
        $unset: { 'work.dueAt': 1, 'work.waitingSince': 1, 'work.token': 1, 'work.problem': 1 },
      }
      await model.updateMany(mine, change)
    },

    /** Tries again later, with pauses that double from a second to five minutes. */
    async postpone({ posting, token, attempts }: Claimed<P>, now: Date, problem: string): Promise<void> {
      const pause = Math.min(1_000 * 2 ** attempts, longestPause)
      await model.updateOne(
        { _id: posting.id, 'work.token': token },
        {
          $set: { 'work.dueAt': new Date(now.getTime() + pause), 'work.problem': problem },
          $inc: { 'work.attempts': 1 },
          $unset: { 'work.token': 1 },
        },
      )
    },

    /** Makes every published posting due whose last run saw other inputs than these. */
    async markStale(inputs: Inputs, now: Date): Promise<number> {
      const differs = Object.entries(inputs).map(([name, value]) => ({
        [`work.done.${name}`]: { $ne: value },
      }))
      const stale = {
        publishedAt: { $ne: null },
        withdrawnAt: null,
        'work.dueAt': { $exists: false },
        $or: differs,
      }
      return (await model.updateMany(stale, dueFrom(now))).modifiedCount
    },

    /** Makes the open postings of an organisation due, because something about it changed. */
    async markDueOf(organisationId: string, now: Date): Promise<void> {
      const theirs = { organisationId, publishedAt: { $ne: null }, withdrawnAt: null }
      await model.updateMany(theirs, { ...dueFrom(now), $unset: { 'work.token': 1 } })
    },

    /** Makes published postings due, whatever run is under way; returns the ids of those that there are. */
    async markDue(ids: string[], now: Date): Promise<string[]> {
      const these = { _id: { $in: ids }, publishedAt: { $ne: null } }
      await model.updateMany(these, { ...dueFrom(now), $unset: { 'work.token': 1 } })
      return (await model.find(these, { _id: 1 }).lean()).map(({ _id }) => _id)
    },

    /** Makes what failed and rests due now. */
    async hurry(now: Date): Promise<void> {
      const resting = { 'work.attempts': { $gt: 0 }, 'work.dueAt': { $gt: now }, 'work.token': null }
      await model.updateMany(resting, { $set: { 'work.dueAt': now } })
    },

    /** Those whose run ended at or after `moment`, and those that have one under way. */
    async touchedSince(moment: Date): Promise<string[]> {
      const touched = [{ 'work.endedAt': { $gte: moment } }, { 'work.token': { $exists: true } }]
      return (await model.find({ $or: touched }, { _id: 1 }).lean()).map(({ _id }) => _id)
    },

    /** How many are due or being tried, and since when the first of them is. */
    async backlog(): Promise<{ records: number; since: Date | null }> {
      const first = await model
        .findOne({ 'work.waitingSince': { $gt: new Date(0) } })
        .sort({ 'work.waitingSince': 1 })
        .lean()
      return { records: await this.due(ever), since: first?.work.waitingSince ?? null }
    },

    /** What was tried in vain, longest waiting first. */
    async failing(limit: number): Promise<FailingRecord[]> {
      const conditions = { 'work.waitingSince': { $gt: new Date(0) }, 'work.attempts': { $gt: 0 } }
      const found = await model
        .find(conditions, { work: 1, title: 1 })
        .sort({ 'work.waitingSince': 1 })
        .limit(limit)
        .lean<(StoredPosting & { title: string })[]>()
      return found.map(({ _id, title, work }) => ({ id: _id, name: title, ...work }))
    },

    async due(now: Date): Promise<number> {
      return model.countDocuments({ 'work.quiet': { $in: [true, false] }, 'work.dueAt': { $lte: now } })
    },
  }
}

/** The first moment of waiting stays, whatever makes it due again. */
export const dueFrom = (now: Date) => ({
  $set: { 'work.dueAt': now },
  $min: { 'work.waitingSince': now },
})
