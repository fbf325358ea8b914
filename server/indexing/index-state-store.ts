import { Schema, type Connection } from 'mongoose'
import { isDuplicateKey } from '../records/duplicate-key.ts'
import { newId } from '../records/new-id.ts'

/** An index on the search server is known again by the moment of its making, which no other one shares. */
export interface Built {
  /** of the documents' shape */
  version: number
  /** as the search server says it */
  createdAt: string
}

/** What is known of an index besides what the search server itself says. */
export interface IndexState {
  uid: string
  /** the index in use, as it was last seen to be whole */
  live?: Built
  /** one that is whole and about to take its place; `since` is when its building began */
  next?: Built & { since: Date }
  /** what was written since then went to an index that is gone and has to be written again */
  behindSince?: Date
  lastError?: { message: string; at: Date }
}

interface Stored extends Omit<IndexState, 'uid'> {
  _id: string
  lease?: { token: string; until: Date }
}

const built = { version: Number, createdAt: String }
const schema: Schema<Stored> = new Schema(
  {
    _id: String,
    live: { type: built, default: undefined, _id: false },
    next: { type: { ...built, since: Date }, default: undefined, _id: false },
    behindSince: Date,
    lastError: { type: { message: String, at: Date }, default: undefined, _id: false },
    lease: { type: { token: String, until: Date }, default: undefined, _id: false },
  },
  { versionKey: false, collection: 'searchindexes' },
)

const leaseMilliseconds = 15_000

export type IndexStateStore = ReturnType<typeof indexStateStore>

/** One record per index. Its lease lets one process at a time build, swap and delete what carries the name. */
export function indexStateStore(connection: Connection) {
  const states = connection.model('SearchIndex', schema)
  const free = (now: Date) => ({ $or: [{ lease: { $exists: false } }, { 'lease.until': { $lte: now } }] })
  const leaseFrom = (now: Date) => new Date(now.getTime() + leaseMilliseconds)

  return {
    async find(uid: string): Promise<IndexState | null> {
      const found = await states.findOne({ _id: uid }, { lease: 0 }).lean()
      if (!found) return null
      const { _id, ...state } = found
      return { uid: _id, ...state }
    },

    /** A token for a quarter of a minute, to be renewed; `null` while another process holds one. */
    async lease(uid: string, now: Date): Promise<string | null> {
      const token = newId()
      const lease = { token, until: leaseFrom(now) }
      try {
        await states.updateOne({ _id: uid, ...free(now) }, { $set: { lease } }, { upsert: true })
        return token
      } catch (error) {
        if (isDuplicateKey(error)) return null
        throw error
      }
    },

    /** `false` where the lease ran out and went to another process. */
    async renew(uid: string, token: string, now: Date): Promise<boolean> {
      const mine = { _id: uid, 'lease.token': token }
      return (await states.updateOne(mine, { $set: { 'lease.until': leaseFrom(now) } })).matchedCount === 1
    },

    async release(uid: string, token: string): Promise<void> {
      await states.updateOne({ _id: uid, 'lease.token': token }, { $unset: { lease: 1 } })
    },

    /** Writes down what is known now; `undefined` forgets a field. */
    async note(uid: string, fields: Partial<Omit<IndexState, 'uid'>>): Promise<void> {
      const entries = Object.entries(fields)
      const set = Object.fromEntries(entries.filter(([, value]) => value !== undefined))
      const unset = entries.filter(([, value]) => value === undefined).map(([name]) => [name, 1])
      await states.updateOne({ _id: uid }, { $set: set, $unset: Object.fromEntries(unset) }, { upsert: true })
    },
  }
}
