import { after, numberKey } from '../storage/keys.ts'
import type { Table } from '../storage/store.ts'
import type { Collection, Index } from './model.ts'
import type { Writer } from './write.ts'

/** Removes a collection with all that is in it; only within a write transaction. */
export function dropCollection({ store, catalog }: Writer, collection: Collection): void {
  removeAll(store.documents, collection.number)
  for (const index of collection.indexes) removeAll(store.entries, index.number)
  collection.dropped = true
  catalog.remove(collection)
}

/** Removes an index; only within a write transaction. */
export function dropIndex({ store, catalog }: Writer, collection: Collection, index: Index): void {
  removeAll(store.entries, index.number)
  collection.indexes = collection.indexes.filter((other) => other !== index)
  index.dropped = true
  catalog.touch(collection)
}

const chunk = 1000

/** Removes an index's entries; only within a write transaction. */
export function clearIndex({ store }: Writer, index: Index): void {
  removeAll(store.entries, index.number)
}

function removeAll(table: Table, number: number): void {
  const start = numberKey(number)
  for (;;) {
    const keys = [...table.getKeys({ start, end: after(start), limit: chunk })]
    for (const key of keys) table.removeSync(key)
    if (keys.length < chunk) return
  }
}
