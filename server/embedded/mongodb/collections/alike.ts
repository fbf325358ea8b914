import { equals } from '../bson/compare.ts'
import { decode } from '../bson/decode.ts'
import type { Found } from '../bson/value.ts'
import { after, documentKey, numberKey, recordAtEnd } from '../storage/keys.ts'
import type { Store } from '../storage/store.ts'
import { type KeyedValues, keysOf } from './index-keys.ts'
import type { Collection, Index } from './model.ts'

/**
 * The values among these that another record holds under the index's collation. Different texts may share a key, so
 * the documents that have it are asked themselves.
 */
export function heldByAnother(
  store: Store,
  collection: Collection,
  index: Index,
  key: KeyedValues,
  record: number,
): readonly Found[] | undefined {
  for (const other of recordsWith(store, index, key.bytes)) {
    const bytes = other === record ? undefined : store.documents.get(documentKey(collection.number, other))
    const theirs = bytes && keysOf(index, decode(bytes)).keys.get(key.bytes.toString('latin1'))
    const same =
      theirs && key.alike.find((values) => theirs.alike.some((held) => areEqual(index, values, held)))
    if (same) return same
  }
  return undefined
}

function* recordsWith(store: Store, index: Index, key: Buffer): Generator<number> {
  const prefix = Buffer.concat([numberKey(index.number), key])
  for (const entry of store.entries.getKeys({ start: prefix, end: after(prefix) })) yield recordAtEnd(entry)
}

function areEqual({ texts }: Index, a: readonly Found[], b: readonly Found[]): boolean {
  return a.every((value, at) => equals(value, b[at], texts))
}
