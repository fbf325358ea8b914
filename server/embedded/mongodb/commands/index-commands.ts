import { equals } from '../bson/compare.ts'
import { describe } from '../bson/describe.ts'
import { documentOf, isDocument, type Document, type Value } from '../bson/value.ts'
import { buildIndex } from '../collections/build-index.ts'
import { dropIndex } from '../collections/drop.ts'
import { indexOf, isIdKey } from '../collections/index-specification.ts'
import type { Collection, Index } from '../collections/model.ts'
import { refuse } from '../errors.ts'
import { documentsAt, namespaceOf } from './arguments.ts'
import { listing } from './collection-commands.ts'
import { collectionFor } from './insert.ts'
import { type Command, type Reply, replyOf, type Request, type Server } from './request.ts'

export const createIndexes: Command = {
  options: ['indexes', 'commitQuorum', 'ignoreUnknownIndexOptions'],
  run: runCreate,
}

function runCreate(request: Request): Promise<Reply> {
  const { server, command } = request
  const namespace = namespaceOf(request)
  const specifications = documentsAt(command, 'indexes').map(normalised)
  return server.store.commits.write(() => {
    const createdCollectionAutomatically = !server.catalog.find(namespace)
    const collection = collectionFor(server, namespace)
    const numIndexesBefore = collection.indexes.length
    for (const specification of specifications) createIndex(server, collection, specification)
    const numIndexesAfter = collection.indexes.length
    const note = numIndexesAfter === numIndexesBefore ? 'all indexes already exist' : undefined
    return replyOf({ numIndexesBefore, numIndexesAfter, createdCollectionAutomatically, note })
  })
}

/** With the version that it has here, and without what says nothing. */
function normalised(specification: Document): Document {
  const { key, name, ...options } = Object.fromEntries(specification) as Record<string, Value | undefined>
  if (typeof name !== 'string' || name === '')
    refuse('FailedToParse', "The 'name' field is a required property of an index specification")
  const idle = ['background', 'ns', 'v', 'hidden']
  if (options['hidden'] === true) refuse('CommandNotSupported', "The index option 'hidden' is not supported")
  const kept = Object.entries(options).filter(
    ([option, value]) => !idle.includes(option) && value !== false && value !== null,
  )
  return documentOf({ v: 2, key, name, ...Object.fromEntries(kept) })
}

function createIndex(server: Server, collection: Collection, specification: Document): void {
  const index = indexOf(specification, server.catalog.nextIndexNumber())
  if (isIdKey(index.fields)) return
  const same = collection.indexes.find((other) => isSameIndex(other, index))
  if (same?.name === index.name) return refuseDifferent(same, index)
  if (same) refuse('IndexOptionsConflict', `Index already exists with a different name: ${same.name}`)
  if (collection.indexes.some(({ name }) => name === index.name))
    refuse(
      'IndexKeySpecsConflict',
      `An existing index has the same name as the requested index: ${index.name}`,
    )
  buildIndex(server, collection, index)
}

/** The same keys over the same documents. */
function isSameIndex(a: Index, b: Index): boolean {
  return ['key', 'partialFilterExpression'].every((field) =>
    equals(a.specification.get(field), b.specification.get(field)),
  )
}

function refuseDifferent(existing: Index, requested: Index): void {
  const isSame = ['unique', 'sparse', 'expireAfterSeconds'].every((option) =>
    equals(existing.specification.get(option), requested.specification.get(option)),
  )
  if (isSame) return
  const [old, other] = [existing, requested].map(({ specification }) => describe(specification))
  refuse(
    'IndexOptionsConflict',
    `An equivalent index already exists with the same name but different options. Requested index: ${other}, existing index: ${old}`,
  )
}

export const listIndexes: Command = {
  options: ['cursor'],
  run: (request) => {
    const namespace = namespaceOf(request)
    const collection = collectionNamed(request.server, namespace)
    return listing(
      request.server,
      collection.indexes.map(({ specification }) => specification),
      namespace,
      request.command,
    )
  },
}

function collectionNamed(server: Server, namespace: string): Collection {
  return server.catalog.find(namespace) ?? refuse('NamespaceNotFound', `ns does not exist: ${namespace}`)
}

export const dropIndexes: Command = {
  options: ['index'],
  run: (request) => {
    const namespace = namespaceOf(request)
    return request.server.store.commits.write(() => {
      const collection = collectionNamed(request.server, namespace)
      const nIndexesWas = collection.indexes.length
      for (const index of chosen(collection, request.command.get('index') ?? null))
        dropIndex(request.server, collection, index)
      return replyOf({ nIndexesWas })
    })
  },
}

function chosen(collection: Collection, which: Value): Index[] {
  if (which === '*') return collection.indexes.filter(({ fields }) => !isIdKey(fields))
  return (Array.isArray(which) ? which : [which]).map((one) => chosenOne(collection, one))
}

function chosenOne({ indexes }: Collection, which: Value): Index {
  const index = indexes.find(({ name, specification }) =>
    isDocument(which) ? equals(specification.get('key'), which) : name === which,
  )
  if (!index)
    refuse(
      'IndexNotFound',
      isDocument(which)
        ? `can't find index with key: ${describe(which)}`
        : `index not found with name [${String(which)}]`,
    )
  if (isIdKey(index.fields)) refuse('InvalidOptions', 'cannot drop _id index')
  return index
}
