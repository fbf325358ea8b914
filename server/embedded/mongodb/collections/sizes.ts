import { after, numberKey } from '../storage/keys.ts'
import type { Store } from '../storage/store.ts'
import type { Index } from './model.ts'

/** Bytes of a collection's documents, counted one by one. */
export function documentBytes(store: Store, collection: number): number {
  const start = numberKey(collection)
  let bytes = 0
  for (const { value } of store.documents.getRange({ start, end: after(start) })) bytes += value.length
  return bytes
}

/** Bytes of an index's entries, counted one by one. */
export function indexBytes(store: Store, index: Index): number {
  const start = numberKey(index.number)
  let bytes = 0
  for (const { key, value } of store.entries.getRange({ start, end: after(start) }))
    bytes += key.length + value.length
  return bytes
}
