import type { Collection } from '../engine.ts'
import { newEdition } from '../index/edition.ts'
import { emptyIndex } from '../index/search-index.ts'
import { defaultSettings } from '../settings/settings.ts'
import type { QueueState } from './queue.ts'

/** The index of this name, or a new one, which exists only once the task that asked for it is applied. */
export function collectionFor(state: QueueState, uid: string): Collection {
  return state.collections.get(uid) ?? newCollection(state, uid, null)
}

export function newCollection(
  { collections, store }: QueueState,
  uid: string,
  primaryKey: string | null,
): Collection {
  const keys = [...collections.values()].map(({ record }) => record.key)
  const key = keys.reduce((highest, known) => Math.max(highest, known), 0) + 1
  const createdAt = new Date().toISOString()
  const [settings, edition] = [defaultSettings, newEdition(store)]
  const record = { key, uid, primaryKey, createdAt, updatedAt: createdAt, settings, edition }
  return { record, index: emptyIndex(settings, edition) }
}
