import type { Connection } from 'mongoose'
import type { Effect } from './effect.ts'

/** A record with effects that still have to happen. */
export interface Pending {
  collection: string
  id: string
  effects: Effect[]
}

interface Carrier {
  _id: string
  effects: Effect[]
}

/** The collections whose acts carry effects. */
const carriers = ['offers', 'needs', 'matches', 'organisations']

export type Outbox = ReturnType<typeof outbox>

/** Effects in the documents of their acts. Draining one twice is harmless, so none needs a lease. */
export function outbox(connection: Connection) {
  const collectionOf = (name: string) => connection.collection<Carrier>(name)
  return {
    async pending(now: Date, limit = 100): Promise<Pending[]> {
      const found = await Promise.all(
        carriers.map(async (collection) => {
          const due = { 'effects.at': { $lte: now } }
          const options = { projection: { effects: 1 }, limit }
          const documents = await collectionOf(collection).find(due, options).toArray()
          return documents.map(({ _id, effects }) => ({ collection, id: _id, effects }))
        }),
      )
      return found.flat()
    },

    async drained({ collection, id, effects }: Pending): Promise<void> {
      const ids = effects.map((effect) => effect.id)
      await collectionOf(collection).updateOne({ _id: id }, { $pull: { effects: { id: { $in: ids } } } })
    },
  }
}
