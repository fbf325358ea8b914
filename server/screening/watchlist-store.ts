import { createHash } from 'node:crypto'
import { Schema, type Connection } from 'mongoose'
import type { Watchlist } from './screening-context.ts'

type Entry = Watchlist['entries'][number]
type Stored = Omit<Entry, 'id'> & { _id: string }

const schema: Schema<Stored> = new Schema(
  { _id: String, list: String, names: [String], listedOn: { type: String, default: undefined } },
  { versionKey: false, collection: 'watchlist' },
)

export type WatchlistStore = ReturnType<typeof watchlistStore>

/** The imported sanctions and ineligibility lists. */
export function watchlistStore(connection: Connection) {
  const entries = connection.model('WatchlistEntry', schema)
  let cached: Watchlist | undefined

  return {
    /** Read once and kept until `replace`; the version tells two states of the lists apart. */
    async current(): Promise<Watchlist> {
      cached ??= toWatchlist(await entries.find({}).sort({ _id: 1 }).lean())
      return cached
    },

    /** Puts a list in place of its former self. */
    async replace(list: string, names: Omit<Entry, 'list'>[]): Promise<void> {
      await entries.deleteMany({ list, _id: { $nin: names.map(({ id }) => id) } })
      for (const { id, ...entry } of names) {
        await entries.updateOne({ _id: id }, { $set: { ...entry, list } }, { upsert: true })
      }
      cached = undefined
    },
  }
}

function toWatchlist(found: Stored[]): Watchlist {
  const entries = found.map(({ _id, ...entry }) => ({ id: _id, ...entry }))
  const version = `${entries.length}:${entries.map(({ id, names }) => `${id}=${names.join('/')}`).join(';')}`
  return { version: fingerprint(version), entries }
}

const fingerprint = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)
