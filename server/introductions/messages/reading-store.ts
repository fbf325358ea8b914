import { Schema, type Connection } from 'mongoose'
import { isDuplicateKey } from '../../records/duplicate-key.ts'

interface Stored {
  _id: string
  matchId: string
  accountId: string
  /** id of the newest message that the person has had before their eyes */
  upTo: string
}

const schema: Schema<Stored> = new Schema(
  { _id: String, matchId: String, accountId: String, upTo: String },
  { versionKey: false, collection: 'readings' },
)
schema.index({ accountId: 1 })

const keyOf = (matchId: string, accountId: string): string => `${matchId}:${accountId}`

export type ReadingStore = ReturnType<typeof readingStore>

/** How far each person has read each conversation. Ids of messages sort by time, so a marker only moves forward. */
export function readingStore(connection: Connection) {
  const readings = connection.model('Reading', schema)
  return {
    async read(matchId: string, accountId: string, upTo: string): Promise<void> {
      const change = { $max: { upTo }, $setOnInsert: { matchId, accountId } }
      const write = () => readings.updateOne({ _id: keyOf(matchId, accountId) }, change, { upsert: true })
      // Two windows may be the first at once: the loser of the upsert finds the winner's marker.
      await write().catch((error: unknown) => (isDuplicateKey(error) ? write() : Promise.reject(error)))
    },

    /** Empty for a person who has read nothing of it. */
    async upTo(matchId: string, accountId: string): Promise<string> {
      return (await readings.findOne({ _id: keyOf(matchId, accountId) }).lean())?.upTo ?? ''
    },

    /** By the ids of the conversations. */
    async of(accountId: string): Promise<Map<string, string>> {
      const found = await readings.find({ accountId }).lean()
      return new Map(found.map(({ matchId, upTo }) => [matchId, upTo]))
    },
  }
}
