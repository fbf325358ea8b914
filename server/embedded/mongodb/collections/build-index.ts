import { decode } from '../bson/decode.ts'
import { constant } from '../query/condition.ts'
import { noteKeys, putEntries, refuseDuplicates } from './entries.ts'
import { find } from './find.ts'
import { queryOf } from '../query/query.ts'
import { keysOf } from './index-keys.ts'
import type { Collection, Index } from './model.ts'
import type { Writer } from './write.ts'
import { dropIndex } from './drop.ts'

/** Whether two documents may not have the same key: not asked where an index is only written anew. */
type Strictness = 'unique' | 'lenient'

/** Adds an index and an entry for each document that is there; leaves nothing behind where one is refused. */
export function buildIndex(writer: Writer, collection: Collection, index: Index): void {
  const { catalog } = writer
  collection.indexes = [...collection.indexes, index]
  catalog.touch(collection)
  try {
    fillIndex(writer, collection, index, 'unique')
  } catch (error) {
    dropIndex(writer, collection, index)
    throw error
  }
}

/** Adds an entry for each document that is there. */
export function fillIndex(
  { store }: Writer,
  collection: Collection,
  index: Index,
  strictness: Strictness,
): void {
  for (const { record, bytes } of find(store, { ...collection, indexes: [] }, queryOf(constant(true)))) {
    const keys = keysOf(index, decode(bytes))
    if (strictness === 'unique') refuseDuplicates(store, collection, index, keys.keys.values(), record)
    putEntries(store, index, keys.keys.values(), record)
    noteKeys(index, keys)
  }
}
