import { MeilisearchError } from '../errors.ts'
import type { Collection } from '../engine.ts'
import type { Outcome, TaskOf } from './perform.ts'
import type { QueueState } from './queue.ts'

/** Exchanges the names of indexes, pair by pair, all or none; with `rename` the second name is free. */
export function swapIndexes({ collections, store }: QueueState, { work }: TaskOf<'indexSwap'>): Outcome {
  const missing = work.swaps.flatMap(({ indexes: [one, other], rename }) => (rename ? [one] : [one, other]))
  const absent = missing.filter((uid) => !collections.has(uid))
  if (absent.length > 0) throw notFound(absent)
  const taken = work.swaps.find(({ indexes, rename }) => rename && collections.has(indexes[1]))
  if (taken)
    throw new MeilisearchError('index_already_exists', `Index \`${taken.indexes[1]}\` already exists.`)
  const moves = work.swaps.flatMap(({ indexes: [one, other] }) => [
    move(collections, one, other),
    move(collections, other, one),
  ])
  const leaving = work.swaps.filter(({ rename }) => rename).map(({ indexes }) => indexes[0])
  const arriving = moves.filter(({ collection }) => collection !== undefined)
  return {
    results: [{}],
    persist() {
      for (const uid of leaving) store.indexes.removeSync(uid)
      for (const { uid, collection } of arriving) store.indexes.putSync(uid, { ...collection!.record, uid })
    },
    apply() {
      for (const uid of leaving) collections.delete(uid)
      for (const { uid, collection } of arriving) {
        collection!.record = { ...collection!.record, uid }
        collections.set(uid, collection!)
      }
    },
  }
}

function move(collections: Map<string, Collection>, from: string, to: string) {
  return { uid: to, collection: collections.get(from) }
}

function notFound(uids: string[]): MeilisearchError {
  const listed = uids.map((uid) => `\`${uid}\``).join(', ')
  const message = uids.length === 1 ? `Index ${listed} not found.` : `Indexes ${listed} not found.`
  return new MeilisearchError('index_not_found', message)
}
