import { UUID } from 'bson'
import { encode } from '../bson/encode.ts'
import { documentOf, type Document } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import { numberKey } from '../storage/keys.ts'
import type { Store } from '../storage/store.ts'
import { loadCollections, recordOf } from './catalog-records.ts'
import { indexOf } from './index-specification.ts'
import type { Collection } from './model.ts'

/** All collections, kept in memory and written through; changes happen only inside a write transaction. */
export interface Catalog {
  find(namespace: string): Collection | undefined
  all(): Iterable<Collection>
  /** Adds an empty collection with its index on `_id`. */
  add(namespace: string, collation?: Document): Collection
  remove(collection: Collection): void
  /** Gives it another name; those that still read it under the old one are told that it is gone. */
  rename(collection: Collection, namespace: string): void
  /** Notes that a collection changed; it is written when the transaction ends. */
  touch(collection: Collection): void
  /** A number for a new index, never used before while the server runs: readers of a dropped one are not misled. */
  nextIndexNumber(): number
}

export function openCatalog(store: Store): Catalog {
  const touched = new Set<Collection>()
  let collections = load()

  /** What is outdated is written down anew with whatever is written next. */
  function load(): Map<string, Collection> {
    const loaded = loadCollections(store)
    for (const collection of loaded.values()) if (collection.outdated) touched.add(collection)
    return loaded
  }

  store.commits.beforeCommit(() => {
    for (const collection of touched)
      store.catalog.putSync(numberKey(collection.number), encode(recordOf(collection)))
    touched.clear()
  })
  store.commits.afterAbort(() => {
    touched.clear()
    collections = load()
  })

  let lastCollection = 0
  let lastIndex = 0
  const nextCollectionNumber = () =>
    (lastCollection = Math.max(lastCollection, highest([...collections.values()])) + 1)
  const nextIndexNumber = () => {
    const indexes = [...collections.values()].flatMap((collection) => collection.indexes)
    return (lastIndex = Math.max(lastIndex, highest(indexes)) + 1)
  }

  return {
    find: (namespace) => collections.get(namespace),
    all: () => collections.values(),
    nextIndexNumber,
    touch: (collection) => void touched.add(collection),
    add: (namespace, collation) => {
      refuseLong(namespace)
      const numbers = { collection: nextCollectionNumber(), index: nextIndexNumber() }
      const collection = emptyCollection(namespace, numbers, collation)
      collections.set(namespace, collection)
      touched.add(collection)
      return collection
    },
    rename: (collection, namespace) => {
      refuseLong(namespace)
      const renamed = { ...collection, namespace }
      collection.dropped = true
      collections.delete(collection.namespace)
      collections.set(namespace, renamed)
      touched.delete(collection)
      touched.add(renamed)
    },
    remove: (collection) => {
      collections.delete(collection.namespace)
      touched.delete(collection)
      store.catalog.removeSync(numberKey(collection.number))
    },
  }
}

/** Bytes of a namespace at most, as in MongoDB. */
const longestNamespace = 255

function refuseLong(namespace: string): void {
  if (Buffer.byteLength(namespace) > longestNamespace)
    refuse(
      'InvalidNamespace',
      `Fully qualified namespace is too long. Namespace: ${namespace} Max: ${longestNamespace}`,
    )
}

function highest(numbered: readonly { number: number }[]): number {
  return numbered.reduce((most, { number }) => Math.max(most, number), 0)
}

function emptyCollection(
  namespace: string,
  numbers: { collection: number; index: number },
  collation: Document | undefined,
): Collection {
  const id = documentOf({ v: 2, key: documentOf({ _id: 1 }), name: '_id_', collation })
  return {
    number: numbers.collection,
    namespace,
    uuid: new UUID().toBinary(),
    collation,
    indexes: [indexOf(id, numbers.index)],
    documents: 0,
    bytes: 0,
    lastRecord: 0,
  }
}
