import { indexNotFound } from '../errors.ts'
import { buildIndex } from '../index/build.ts'
import { needsRebuild, updated } from '../settings/settings.ts'
import { clearEditions } from '../storage/clear-editions.ts'
import { collectionFor } from './new-collection.ts'
import type { Outcome, TaskOf } from './perform.ts'
import type { QueueState } from './queue.ts'

/** Applies settings, creating the index where it is missing; searches see the old index until the new one stands. */
export async function updateSettings(
  state: QueueState,
  { indexUid, work }: TaskOf<'settingsUpdate'>,
): Promise<Outcome> {
  if (!work.mayCreate && !state.collections.has(indexUid!)) throw indexNotFound(indexUid!)
  const collection = collectionFor(state, indexUid!)
  const { record, index } = collection
  const settings = updated(record.settings, work.settings)
  const rebuilt = needsRebuild(record.settings, settings)
  const next = rebuilt ? await buildIndex(state.store, record.key, settings) : index
  const kept = { ...record, settings, edition: next.edition, updatedAt: new Date().toISOString() }
  return {
    results: [{}],
    persist: () => state.store.indexes.putSync(record.uid, kept),
    async apply() {
      collection.record = kept
      collection.index = next
      state.collections.set(record.uid, collection)
      collection.index.version++
      if (rebuilt) await clearEditions(state.store)
    },
  }
}
