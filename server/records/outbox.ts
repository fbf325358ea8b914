import type { Connection } from 'mongoose'
import type { Effect } from './effect.ts'
import { outboxState } from './outbox-state.ts'

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

const shortestPause = 1_000
const longestPause = 5 * 60_000

/** The collections whose acts carry effects. */
const carriers = [
  ...['offers', 'needs', 'matches', 'answers', 'messages', 'questions'],
  ...['organisations', 'accounts', 'registrations', 'invitations'],
]

export type Outbox = ReturnType<typeof outbox>

/** Effects in the documents of their acts. Draining one twice is harmless, so none needs a lease. */
export function outbox(connection: Connection) {
  const collectionOf = (name: string) => connection.collection<Carrier>(name)
  return {
    /** Leaves out what failed and rests, so that it keeps no place from the others. */
    async pending(now: Date, limit = 100): Promise<Pending[]> {
      const rested = { at: { $lte: now }, retryAt: { $not: { $gt: now } } }
      const due = { 'effects.at': { $lte: now }, effects: { $elemMatch: rested } }
      const isDue = ({ retryAt }: Effect) => !retryAt || retryAt <= now
      const found = await Promise.all(
        carriers.map(async (collection) => {
          const options = { projection: { effects: 1 }, limit }
          const documents = await collectionOf(collection).find(due, options).toArray()
          return documents.map(({ _id, effects }) => ({
            collection,
            id: _id,
            effects: effects.filter(isDue),
          }))
        }),
      )
      return found.flat()
    },

    async drained({ collection, id, effects }: Pending): Promise<void> {
      const ids = effects.map((effect) => effect.id)
      await collectionOf(collection).updateOne({ _id: id }, { $pull: { effects: { id: { $in: ids } } } })
    },

    /** Leaves an effect for later: for as long again as it has waited, from a second up to five minutes. */
    async postpone({ collection, id }: Pending, effect: Effect, now: Date, problem: string): Promise<void> {
      const waited = now.getTime() - effect.at.getTime()
      const pause = Math.min(Math.max(waited, shortestPause), longestPause)
      await collectionOf(collection).updateOne(
        { _id: id, 'effects.id': effect.id },
        {
          $set: { 'effects.$.retryAt': new Date(now.getTime() + pause), 'effects.$.problem': problem },
        },
      )
    },

    ...outboxState(connection, carriers),
  }
}
