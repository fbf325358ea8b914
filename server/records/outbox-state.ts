import type { Connection } from 'mongoose'
import type { Effect } from './effect.ts'

/** An effect that failed, with the record that carries it. */
export interface RestingEffect extends Effect {
  collection: string
  recordId: string
}

interface Carrier {
  _id: string
  effects: Effect[]
}

/** How the outbox stands, for those who look after the site. */
export function outboxState(connection: Connection, carriers: readonly string[]) {
  const collectionOf = (name: string) => connection.collection<Carrier>(name)
  const failed = { 'effects.at': { $exists: true }, 'effects.retryAt': { $exists: true } }

  return {
    /** How many records have effects that did not happen yet. */
    async outstanding(): Promise<number> {
      const any = { 'effects.at': { $gt: new Date(0) } }
      const counts = await Promise.all(carriers.map((name) => collectionOf(name).countDocuments(any)))
      return counts.reduce((sum, count) => sum + count, 0)
    },

    /** Those that failed and wait for another try. */
    async resting(limit: number): Promise<RestingEffect[]> {
      const found = await Promise.all(
        carriers.map(async (collection) => {
          const documents = await collectionOf(collection)
            .find(failed, { projection: { effects: 1 }, limit })
            .toArray()
          return documents.flatMap(({ _id, effects }) =>
            effects.filter(({ retryAt }) => retryAt).map((one) => ({ ...one, collection, recordId: _id })),
          )
        }),
      )
      return found.flat().slice(0, limit)
    },

    /** What failed and rests is tried at once. */
    async hurry(): Promise<void> {
      for (const name of carriers)
        await collectionOf(name).updateMany(failed, { $unset: { 'effects.$[].retryAt': 1 } } as never)
    },
  }
}
