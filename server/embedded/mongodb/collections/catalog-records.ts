import type { Binary } from 'bson'
import { decode } from '../bson/decode.ts'
import { countValue, integerOf } from '../bson/numbers.ts'
import { documentOf, type Document, type Value } from '../bson/value.ts'
import { after, numberKey, recordAtEnd } from '../storage/keys.ts'
import type { Store } from '../storage/store.ts'
import { indexOf } from './index-specification.ts'
import type { Collection, Index } from './model.ts'
import { documentBytes } from './sizes.ts'

/** The rules of language that place texts in indexes with a collation. */
const textsVersion = `${process.versions['icu']} ${process.versions['unicode']}`

/** The collections as they are stored. */
export function loadCollections(store: Store): Map<string, Collection> {
  const collections = new Map<string, Collection>()
  for (const { key, value } of store.catalog.getRange({})) {
    const collection = restore(store, decode(value), key.readUInt32BE(0))
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

/** A collection as it is stored. */
export function recordOf(collection: Collection): Document {
  return documentOf({
    namespace: collection.namespace,
    uuid: collection.uuid,
    collation: collection.collation,
    documents: countValue(collection.documents),
    bytes: BigInt(collection.bytes),
    indexes: collection.indexes.map(indexRecord),
  })
}

function indexRecord(index: Index): Document {
  return documentOf({
    number: index.number,
    specification: index.specification,
    multikey: index.multikey,
    sorts: index.sorts,
    texts: index.texts && textsVersion,
  })
}

function restore(store: Store, document: Document, number: number): Collection {
  const bytes = integerOf(document.get('bytes'))
  return {
    number,
    namespace: document.get('namespace') as string,
    uuid: document.get('uuid') as Binary,
    collation: document.get('collation') as Document | undefined,
    indexes: (document.get('indexes') as Value[]).map((index) => restoreIndex(index as Document)),
    documents: integerOf(document.get('documents')) ?? 0,
    bytes: bytes ?? documentBytes(store, number),
    lastRecord: 0,
    ...(bytes === undefined && { outdated: true }),
  }
}

function restoreIndex(document: Document): Index {
  const index = indexOf(document.get('specification') as Document, document.get('number') as number)
  const sorts = document.get('sorts')
  return {
    ...index,
    outdated: index.texts !== undefined && document.get('texts') !== textsVersion,
    multikey: document.get('multikey') as boolean[],
    sorts: Array.isArray(sorts) ? (sorts as boolean[]) : index.fields.map(() => sorts === true),
  }
}
