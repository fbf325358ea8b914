import { UUID, type Binary } from 'bson'
import { decode } from '../bson/decode.ts'
import { encode } from '../bson/encode.ts'
import { countValue, integerOf } from '../bson/numbers.ts'
import { documentOf, type Document, type Value } from '../bson/value.ts'
import { after, numberKey, recordAtEnd } from '../storage/keys.ts'
import type { Store } from '../storage/store.ts'
import { indexOf } from './index-specification.ts'
import type { Collection, Index } from './model.ts'

/** All collections, kept in memory and written through; changes happen only inside a write transaction. */
export interface Catalog {
  find(namespace: string): Collection | undefined
  all(): Iterable<Collection>
  /** Adds an empty collection with its index on `_id`. */
  add(namespace: string): Collection
  remove(collection: Collection): void
  /** Notes that a collection changed; it is written when the transaction ends. */
  touch(collection: Collection): void
  /** A number for a new index. */
  nextIndexNumber(): number
}

export function openCatalog(store: Store): Catalog {
  let collections = loadCollections(store)
  const touched = new Set<Collection>()

  store.commits.beforeCommit(() => {
    for (const collection of touched)
      store.catalog.putSync(numberKey(collection.number), encode(record(collection)))
    touched.clear()
  })
  store.commits.afterAbort(() => {
    touched.clear()
    collections = loadCollections(store)
  })

  const nextIndexNumber = () => highest([...collections.values()].flatMap(({ indexes }) => indexes)) + 1
  return {
    find: (namespace) => collections.get(namespace),
    all: () => collections.values(),
    nextIndexNumber,
    touch: (collection) => void touched.add(collection),
    add: (namespace) => {
      const collection = emptyCollection(namespace, highest([...collections.values()]) + 1, nextIndexNumber())
      collections.set(namespace, collection)
      touched.add(collection)
      return collection
    },
    remove: (collection) => {
      collections.delete(collection.namespace)
      touched.delete(collection)
      store.catalog.removeSync(numberKey(collection.number))
    },
  }
}

function highest(numbered: readonly { number: number }[]): number {
  return numbered.reduce((most, { number }) => Math.max(most, number), 0)
}

function emptyCollection(namespace: string, number: number, indexNumber: number): Collection {
  const id = documentOf({ v: 2, key: documentOf({ _id: 1 }), name: '_id_' })
  return {
    number,
    namespace,
    uuid: new UUID().toBinary(),
    indexes: [indexOf(id, indexNumber)],
    documents: 0,
    lastRecord: 0,
  }
}

/** The collections as they are stored. */
export function loadCollections(store: Store): Map<string, Collection> {
  const collections = new Map<string, Collection>()
  for (const { key, value } of store.catalog.getRange({})) {
    const collection = restore(decode(value), key.readUInt32BE(0))
    collection.lastRecord = lastRecord(store, collection.number)
    collections.set(collection.namespace, collection)
  }
  return collections
}

function lastRecord(store: Store, number: number): number {
  const prefix = numberKey(number)
  const range = { start: after(prefix), end: prefix, reverse: true, limit: 1 }
  for (const key of store.documents.getKeys(range)) return recordAtEnd(key)
  return 0
}

function record(collection: Collection): Document {
  return documentOf({
    namespace: collection.namespace,
    uuid: collection.uuid,
    documents: countValue(collection.documents),
    indexes: collection.indexes.map(indexRecord),
  })
}

function indexRecord(index: Index): Document {
  return documentOf({
    number: index.number,
    specification: index.specification,
    multikey: index.multikey,
    sorts: index.sorts,
  })
}

function restore(document: Document, number: number): Collection {
  return {
    number,
    namespace: document.get('namespace') as string,
    uuid: document.get('uuid') as Binary,
    indexes: (document.get('indexes') as Value[]).map((index) => restoreIndex(index as Document)),
    documents: integerOf(document.get('documents')) ?? 0,
    lastRecord: 0,
  }
}

function restoreIndex(document: Document): Index {
  const index = indexOf(document.get('specification') as Document, document.get('number') as number)
  return {
    ...index,
    multikey: document.get('multikey') as boolean[],
    sorts: document.get('sorts') as boolean,
  }
}
