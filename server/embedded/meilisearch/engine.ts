import type { IndexRecord } from './index/index-record.ts'
import type { SearchIndex } from './index/search-index.ts'
import { loadIndex } from './index/load.ts'
import { defaultKeys } from './keys/api-key.ts'
import { clearEditions } from './storage/clear-editions.ts'
import { openStore } from './storage/store.ts'
import type { Store } from './storage/store.ts'
import { openQueue } from './tasks/queue.ts'
import type { TaskQueue } from './tasks/queue.ts'

/** One index: what is kept of it and what is in memory. */
export type Collection = { record: IndexRecord; index: SearchIndex }

export type Collections = Map<string, Collection>

export type Engine = {
  masterKey: string
  store: Store
  collections: Collections
  queue: TaskQueue
  close(): Promise<void>
}

/** Opens the folder, loads the indexes into memory and goes on with the tasks that were not finished. */
export async function openEngine(folder: string, masterKey: string): Promise<Engine> {
  const store = openStore(folder)
  await makeDefaultKeys(store)
  const collections: Collections = new Map()
  for (const { value: record } of store.indexes.getRange()) {
    collections.set(record.uid, await openCollection(store, record))
  }
  await clearEditions(store)
  const queue = openQueue(store, collections)
  return {
    masterKey,
    store,
    collections,
    queue,
    async close() {
      await queue.stop()
      await store.close()
    },
  }
}

async function openCollection(store: Store, record: IndexRecord): Promise<Collection> {
  const index = await loadIndex(store, record)
  if (index.edition === record.edition) return { record, index }
  const kept = { ...record, edition: index.edition }
  await store.write(() => store.indexes.putSync(record.uid, kept))
  return { record: kept, index }
}

async function makeDefaultKeys(store: Store): Promise<void> {
  if (store.counters.get('keysMade') !== undefined) return
  await store.write(() => {
    for (const key of defaultKeys(new Date().toISOString())) store.keys.putSync(key.uid, key)
    store.counters.putSync('keysMade', 1)
  })
}
