import type { Collection } from '../engine.ts'
import type { StoredDocument } from '../index/build.ts'
import type { JsonObject } from '../json.ts'
import type { Store } from '../storage/store.ts'

/** The stored document with this id, undefined where there is none. */
export function readDocument(
  store: Store,
  { record, index }: Collection,
  id: string,
): JsonObject | undefined {
  const number = index.numbers.get(id)
  return number === undefined ? undefined : readNumbered(store, record.key, number)
}

/** The stored document of this number; undefined while its deletion is under way. */
export function readNumbered(store: Store, key: number, number: number): JsonObject | undefined {
  const stored = store.documents.get([key, number])
  if (stored === undefined) return undefined
  const [, document]: StoredDocument = JSON.parse(stored)
  return document
}
