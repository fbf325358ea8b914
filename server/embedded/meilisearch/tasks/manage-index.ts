import { indexNotFound, MeilisearchError } from '../errors.ts'
import { size } from '../index/bitset.ts'
import { clearEditions } from '../storage/clear-editions.ts'
import { documentRange } from '../storage/store.ts'
import { newCollection } from './new-collection.ts'
import type { Outcome, TaskOf } from './perform.ts'
import type { QueueState } from './queue.ts'

export function createIndex(state: QueueState, { indexUid, work }: TaskOf<'indexCreation'>): Outcome {
  const uid = indexUid!
  if (state.collections.has(uid)) throw alreadyExists(uid)
  const collection = newCollection(state, uid, work.primaryKey)
  return {
    results: [{}],
    persist: () => state.store.indexes.putSync(uid, collection.record),
    apply: () => void state.collections.set(uid, collection),
  }
}

function alreadyExists(uid: string): MeilisearchError {
  return new MeilisearchError('index_already_exists', `Index \`${uid}\` already exists.`)
}

/** Changes the primary key of an index without documents, or its name. */
export function updateIndex(
  { collections, store }: QueueState,
  { indexUid, work }: TaskOf<'indexUpdate'>,
): Outcome {
  const collection = collections.get(indexUid!)
  if (!collection) throw indexNotFound(indexUid!)
  const { record, index } = collection
  const uid = work.newUid ?? record.uid
  if (uid !== record.uid && collections.has(uid)) throw alreadyExists(uid)
  const primaryKey = work.primaryKey ?? record.primaryKey
  if (primaryKey !== record.primaryKey && size(index.live) > 0) {
    const message = `Index \`${record.uid}\`: Index already has a primary key: \`${record.primaryKey}\`.`
    throw new MeilisearchError('index_primary_key_already_exists', message)
  }
  const kept = { ...record, uid, primaryKey, updatedAt: new Date().toISOString() }
  return {
    results: [{}],
    persist() {
      store.indexes.removeSync(record.uid)
      store.indexes.putSync(uid, kept)
    },
    apply() {
      collection.record = kept
      collections.delete(record.uid)
      collections.set(uid, collection)
    },
  }
}

export function deleteIndex(
  { collections, store }: QueueState,
  { indexUid }: TaskOf<'indexDeletion'>,
): Outcome {
  const collection = collections.get(indexUid!)
  if (!collection) throw indexNotFound(indexUid!)
  const { key, uid } = collection.record
  return {
    results: [{ details: { deletedDocuments: size(collection.index.live) } }],
    persist() {
      for (const path of [...store.documents.getKeys(documentRange(key))]) store.documents.removeSync(path)
      store.indexes.removeSync(uid)
    },
    async apply() {
      collections.delete(uid)
      await clearEditions(store)
    },
  }
}
