import { equals } from '../bson/compare.ts'
import { describe } from '../bson/describe.ts'
import { isDocument, type Document, type Value } from '../bson/value.ts'
import { buildIndex } from '../collections/build-index.ts'
import { dropIndex } from '../collections/drop.ts'
import { isNew } from '../collections/index-conflicts.ts'
import { checkedSpecification } from '../collections/index-rules.ts'
import { indexOf, isIdKey } from '../collections/index-specification.ts'
import type { Collection, Index } from '../collections/model.ts'
import { refuse } from '../errors.ts'
import { arrayAt, documentsAt, flagAt, namespaceOf } from './arguments.ts'
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
  if (command.has('commitQuorum')) refuse('BadValue', "Standalones can't specify commitQuorum")
  const given = arrayAt(command, 'indexes')
  if (given?.length === 0) refuse('BadValue', 'Must specify at least one index to create')
  const specifications = documentsAt(command, 'indexes')
  const ignoresUnknown = flagAt(command, 'ignoreUnknownIndexOptions')
  return server.store.commits.write(() => {
    const known = server.catalog.find(namespace)
    const surroundings = { collation: known?.collation, ignoresUnknown }
    const checked = specifications.map((specification) => checkedSpecification(specification, surroundings))
    const collection = known ?? collectionFor(server, namespace)
    const numIndexesBefore = collection.indexes.length
    createAll(server, collection, checked)
    const numIndexesAfter = collection.indexes.length
    const note = numIndexesAfter === numIndexesBefore ? 'all indexes already exist' : undefined
    return replyOf({ numIndexesBefore, numIndexesAfter, createdCollectionAutomatically: !known, note })
  })
}

/** All of them, or none. */
function createAll(server: Server, collection: Collection, specifications: readonly Document[]): void {
  const before = collection.indexes
  try {
    for (const specification of specifications) {
      const index = indexOf(specification, server.catalog.nextIndexNumber())
      if (isNew(collection, index)) buildIndex(server, collection, index)
    }
  } catch (error) {
    for (const index of collection.indexes.filter((one) => !before.includes(one)))
      dropIndex(server, collection, index)
    throw error
  }
}

export const listIndexes: Command = {
  options: ['cursor'],
  run: (request) => {
    const namespace = namespaceOf(request)
    const collection = collectionNamed(request.server, namespace)
    const specifications = collection.indexes.map(({ specification }) => specification)
    return listing(request, specifications, namespace)
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
  if (!Array.isArray(which)) return [chosenOne(collection, which)]
  if (!which.every((name) => typeof name === 'string'))
    refuse('TypeMismatch', 'dropIndexes takes a name, a key, or an array of names')
  return [...new Set(which.map((name) => chosenOne(collection, name)))]
}

function chosenOne(collection: Collection, which: Value): Index {
  if (isDocument(which)) return chosenByKey(collection, which)
  if (typeof which !== 'string')
    refuse('TypeMismatch', 'dropIndexes takes a name, a key, or an array of names')
  const index = collection.indexes.find(({ name }) => name === which)
  if (!index) refuse('IndexNotFound', `index not found with name [${which}]`)
  return refuseId(index)
}

function chosenByKey({ indexes }: Collection, key: Document): Index {
  const [index, ...others] = indexes.filter(({ specification }) => equals(specification.get('key'), key))
  if (!index) refuse('IndexNotFound', `can't find index with key: ${describe(key)}`)
  if (others.length > 0)
    refuse(
      'AmbiguousIndexKeyPattern',
      `${indexes.length} indexes found for key: ${describe(key)}, identify by name instead`,
    )
  return refuseId(index)
}

function refuseId(index: Index): Index {
  return isIdKey(index.fields) ? refuse('InvalidOptions', 'cannot drop _id index') : index
}
