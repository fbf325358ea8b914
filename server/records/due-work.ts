import type { Connection, IndexDefinition } from 'mongoose'
import { newId } from './new-id.ts'

/** Where the search index stands with a record. */
interface DueWork {
  /** it is behind, and may be taken on from then */
  dueAt?: Date
  /** the first change that the index does not know */
  since?: Date
  /** it was last brought up to date */
  doneAt?: Date
  token?: string
  attempts: number
  problem?: string
}

/** A record whose last attempts failed; the next one is at `dueAt`. */
export interface FailingRecord {
  id: string
  name: string
  attempts: number
  dueAt?: Date
  problem?: string
}

interface Worked {
  _id: string
  name?: string
  title?: string
  work: DueWork
}

/** Records that one run took on; nobody else gets them before its lease ends. */
export interface ClaimedRecords {
  token: string
  records: { id: string; attempts: number }[]
}

const optional = { type: Date, default: undefined }

/** Schema part of every collection whose records are kept in a search index and need no other processing. */
export const dueWorkFields = {
  work: {
    type: {
      ...{ dueAt: optional, since: optional, doneAt: optional },
      token: { type: String, default: undefined },
      attempts: { type: Number, default: 0 },
      problem: { type: String, default: undefined },
    },
    default: {},
    _id: false,
  },
}

export const dueWorkIndexes: IndexDefinition[] = [
  { 'work.dueAt': 1 },
  { 'work.token': 1 },
  { 'work.doneAt': 1 },
]

/** The work of a record that is made at `now`. */
export const workFrom = (now: Date): DueWork => ({ dueAt: now, since: now, attempts: 0 })

const leaseMilliseconds = 20_000
const shortestPause = 1_000
const longestPause = 5 * 60_000

export type DueWorkStore = ReturnType<typeof dueWork>

/**
 * Work is every record whose `work.dueAt` has come. Claiming moves that moment past a lease and leaves a token; a
 * change of the record removes the token, so that a run that read the record before can't take it for done.
 */
export function dueWork(connection: Connection, collection: string) {
  const records = connection.collection<Worked>(collection)
  const mine = (token: string) => ({ 'work.token': token })

  return {
    async claim(now: Date, limit: number): Promise<ClaimedRecords> {
      const token = newId()
      const due = { 'work.dueAt': { $lte: now } }
      const first = { projection: { _id: 1 }, sort: { 'work.dueAt': 1 }, limit } as const
      const ids = (await records.find(due, first).toArray()).map(({ _id }) => _id)
      if (ids.length === 0) return { token, records: [] }
      const until = new Date(now.getTime() + leaseMilliseconds)
      const still = { _id: { $in: ids }, ...due }
      await records.updateMany(still, { $set: { 'work.token': token, 'work.dueAt': until } })
      const claimed = await records.find(mine(token), { projection: { work: 1 } }).toArray()
      return { token, records: claimed.map(({ _id, work }) => ({ id: _id, attempts: work.attempts ?? 0 })) }
    },

    /** A run's own write; `false` if a change or another process came in between. */
    async record({ token }: ClaimedRecords, id: string, fields: Record<string, unknown>): Promise<boolean> {
      const set = Object.entries(fields).filter(([, value]) => value !== undefined)
      const unset = Object.keys(fields).filter((name) => fields[name] === undefined)
      const change = {
        $set: { ...Object.fromEntries(set), 'work.token': token },
        $unset: Object.fromEntries(unset.map((name) => [name, 1 as const])),
      }
      return (await records.updateOne({ _id: id, ...mine(token) }, change)).matchedCount === 1
    },

    /** Up to date, but for those that were changed meanwhile. */
    async finish({ token }: ClaimedRecords, now: Date): Promise<void> {
      const change = {
        $set: { 'work.attempts': 0, 'work.doneAt': now },
        $unset: { 'work.dueAt': 1, 'work.since': 1, 'work.token': 1, 'work.problem': 1 },
      } as const
      await records.updateMany(mine(token), change)
    },

    /** Tries again later, with pauses that double from a second to five minutes. */
    async postpone({ token, records: claimed }: ClaimedRecords, now: Date, problem: string): Promise<void> {
      for (const { id, attempts } of claimed) {
        const pause = Math.min(shortestPause * 2 ** attempts, longestPause)
        const change = {
          $set: { 'work.dueAt': new Date(now.getTime() + pause), 'work.problem': problem },
          $inc: { 'work.attempts': 1 },
          $unset: { 'work.token': 1 },
        } as const
        await records.updateOne({ _id: id, ...mine(token) }, change)
      }
    },

    /** Something changed that the index holds of these records; returns those that exist. */
    async markDue(ids: string[], now: Date): Promise<string[]> {
      if (ids.length === 0) return []
      const these = { _id: { $in: ids } }
      const change = {
        $set: { 'work.dueAt': now, 'work.attempts': 0 },
        $min: { 'work.since': now },
        $unset: { 'work.token': 1 },
      } as const
      await records.updateMany(these, change)
      return (await records.find(these, { projection: { _id: 1 } }).toArray()).map(({ _id }) => _id)
    },

    /** Records of a time before there was an index. */
    async markNew(now: Date): Promise<void> {
      const never = { 'work.dueAt': { $exists: false }, 'work.doneAt': { $exists: false } }
      await records.updateMany(never, { $set: { work: workFrom(now) } })
    },

    /** What failed and rests is tried at once. */
    async hurry(now: Date): Promise<void> {
      const resting = {
        'work.attempts': { $gt: 0 },
        'work.dueAt': { $gt: now },
        'work.token': { $exists: false },
      }
      await records.updateMany(resting, { $set: { 'work.dueAt': now } })
    },

    /** What was brought up to date at or after `moment`, or is being so now. */
    async touchedSince(moment: Date): Promise<string[]> {
      const touched = { $or: [{ 'work.doneAt': { $gte: moment } }, { 'work.token': { $exists: true } }] }
      return (await records.find(touched, { projection: { _id: 1 } }).toArray()).map(({ _id }) => _id)
    },

    /** What was tried in vain, longest waiting first. */
    async failing(limit: number): Promise<FailingRecord[]> {
      const failed = { 'work.dueAt': { $exists: true }, 'work.attempts': { $gt: 0 } }
      const first = { projection: { work: 1, name: 1, title: 1 }, sort: { 'work.since': 1 }, limit } as const
      const found = await records.find(failed, first).toArray()
      return found.map(({ _id, work, name, title }) => ({ id: _id, name: name ?? title ?? '', ...work }))
    },

    /** How many the index is behind with, and since when. */
    async waiting(): Promise<{ records: number; since: Date | null }> {
      const behind = { 'work.dueAt': { $exists: true } }
      const first = { projection: { work: 1 }, sort: { 'work.since': 1 }, limit: 1 } as const
      const [oldest] = await records.find(behind, first).toArray()
      return { records: await records.countDocuments(behind), since: oldest?.work.since ?? null }
    },
  }
}
