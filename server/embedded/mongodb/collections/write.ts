import { encode } from '../bson/encode.ts'
import { maxDepth, maxDocumentBytes, maxStoredDepth } from '../bson/limits.ts'
import type { Document } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import { documentKey } from '../storage/keys.ts'
import type { Store } from '../storage/store.ts'
import type { Catalog } from './catalog.ts'
import { noteKeys, putEntries, refuseDuplicates, removeEntries } from './entries.ts'
import { type DocumentKeys, keysOf, type KeyedValues } from './index-keys.ts'
import type { Collection, Index } from './model.ts'

/** What is needed to write: the tables, and the catalog that counts. */
export interface Writer {
  store: Store
  catalog: Catalog
}

/**
 * Adds a document that has its `_id`. Everything that may refuse it is asked before the first byte is written,
 * so that a refused document leaves nothing behind. Only within a write transaction.
 */
export function insertDocument({ store, catalog }: Writer, collection: Collection, document: Document): void {
  const bytes = encodeStorable(document, refuseInsert)
  const record = collection.lastRecord + 1
  const additions = collection.indexes.map((index) => ({ index, keys: keysOf(index, document) }))
  for (const { index, keys } of additions)
    refuseDuplicates(store, collection, index, keys.keys.values(), record)
  store.documents.putSync(documentKey(collection.number, record), bytes)
  for (const { index, keys } of additions) add(store, index, keys, keys.keys.values(), record)
  collection.lastRecord = record
  collection.documents += 1
  collection.bytes += bytes.length
  catalog.touch(collection)
}

/** Puts `next` in the place of `previous`; false where they are the same to the last byte. */
export function replaceDocument(
  { store, catalog }: Writer,
  collection: Collection,
  record: number,
  previous: { document: Document; bytes: Buffer },
  next: Document,
): boolean {
  const bytes = encodeStorable(next, refuseUpdate)
  if (bytes.equals(previous.bytes)) return false
  const changes = collection.indexes.map((index) => changeOf(index, previous.document, next))
  for (const { index, keys, added } of changes)
    refuseDuplicates(store, collection, index, index.direct ? added : keys.keys.values(), record)
  store.documents.putSync(documentKey(collection.number, record), bytes)
  for (const { index, keys, removed, added } of changes) {
    removeEntries(store, index, removed, record)
    if (add(store, index, keys, added, record)) catalog.touch(collection)
  }
  if (bytes.length !== previous.bytes.length) catalog.touch(collection)
  collection.bytes += bytes.length - previous.bytes.length
  return true
}

export function removeDocument(
  { store, catalog }: Writer,
  collection: Collection,
  record: number,
  document: Document,
): void {
  const key = documentKey(collection.number, record)
  collection.bytes -= store.documents.get(key)?.length ?? 0
  store.documents.removeSync(key)
  for (const index of collection.indexes)
    removeEntries(store, index, keysOf(index, document).keys.values(), record)
  collection.documents -= 1
  catalog.touch(collection)
}

function add(
  store: Store,
  index: Index,
  keys: DocumentKeys,
  added: Iterable<KeyedValues>,
  record: number,
): boolean {
  putEntries(store, index, added, record)
  return noteKeys(index, keys)
}

function changeOf(index: Index, previous: Document, next: Document) {
  const before = keysOf(index, previous).keys
  const keys = keysOf(index, next)
  const removed = [...before].filter(([key]) => !keys.keys.has(key)).map(([, value]) => value)
  const added = [...keys.keys].filter(([key]) => !before.has(key)).map(([, value]) => value)
  return { index, keys, removed, added }
}

function encodeStorable(document: Document, refuseSize: (bytes: number) => never): Buffer {
  const bytes = encode(document, 1 + maxDepth - maxStoredDepth)
  if (bytes.length > maxDocumentBytes) refuseSize(bytes.length)
  return bytes
}

function refuseInsert(bytes: number): never {
  return refuse(
    'BSONObjectTooLarge',
    `object to insert too large. size in bytes: ${bytes}, max size: ${maxDocumentBytes}`,
  )
}

function refuseUpdate(): never {
  return refuse(17419, `Resulting document after update is larger than ${maxDocumentBytes}`)
}
