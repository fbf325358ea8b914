import { decode } from '../bson/decode.ts'
import { constant } from '../query/condition.ts'
import { noteKeys, putEntries, refuseDuplicates } from './entries.ts'
import { find, queryOf } from './find.ts'
import { keysOf } from './index-keys.ts'
import type { Collection, Index } from './model.ts'
import type { Writer } from './write.ts'
import { dropIndex } from './drop.ts'

/** Adds an index and an entry for each document that is there; leaves nothing behind where one is refused. */
export function buildIndex(writer: Writer, collection: Collection, index: Index): void {
  const { store, catalog } = writer
  collection.indexes = [...collection.indexes, index]
  catalog.touch(collection)
  try {
    for (const { record, bytes } of find(store, { ...collection, indexes: [] }, queryOf(constant(true)))) {
      const keys = keysOf(index, decode(bytes))
      refuseDuplicates(store, collection, index, keys.keys.values(), record)
      putEntries(store, index, keys.keys.values(), record)
      noteKeys(index, keys)
    }
  } catch (error) {
    dropIndex(writer, collection, index)
    throw error
  }
}
