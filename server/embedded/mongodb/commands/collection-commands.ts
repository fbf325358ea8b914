import { RawDocument, encode } from '../bson/encode.ts'
import { documentOf, isDocument, type Document } from '../bson/value.ts'
import { dropCollection } from '../collections/drop.ts'
import type { Collection } from '../collections/model.ts'
import { refuse } from '../errors.ts'
import { compileFilter } from '../query/filter.ts'
import { countAt, documentAt, flagAt, namespaceOf } from './arguments.ts'
import { type Command, type Reply, replyOf, type Request } from './request.ts'

/** A collection that is not there counts as dropped, as since MongoDB 7. */
export const drop: Command = {
  options: [],
  run: (request) => {
    const namespace = namespaceOf(request)
    return request.server.store.commits.write(() => {
      const collection = request.server.catalog.find(namespace)
      if (!collection) return new Map()
      dropCollection(request.server, collection)
      return replyOf({ nIndexesWas: collection.indexes.length, ns: namespace })
    })
  },
}

export const dropDatabase: Command = {
  options: [],
  run: ({ server, database }) =>
    server.store.commits.write(() => {
      const collections = [...server.catalog.all()].filter(
        (collection) => databaseOf(collection) === database,
      )
      for (const collection of collections) dropCollection(server, collection)
      return replyOf({ dropped: collections.length > 0 ? database : undefined })
    }),
}

function databaseOf({ namespace }: Collection): string {
  return namespace.slice(0, namespace.indexOf('.'))
}

export const listCollections: Command = {
  options: ['filter', 'nameOnly', 'cursor', 'authorizedCollections'],
  run: listAll,
}

function listAll(request: Request): Promise<Reply> {
  const { server, command, database } = request
  const condition = compileFilter(documentAt(command, 'filter') ?? new Map())
  const nameOnly = flagAt(command, 'nameOnly')
  const documents = [...server.catalog.all()]
    .filter((collection) => databaseOf(collection) === database)
    .map(describe)
    .filter((document) => condition.matches(document))
    .map((document) =>
      nameOnly ? documentOf({ name: document.get('name'), type: document.get('type') }) : document,
    )
  return listing(request, documents, `${database}.$cmd.listCollections`)
}

function describe({ namespace, uuid, indexes, collation }: Collection): Document {
  return documentOf({
    name: namespace.slice(namespace.indexOf('.') + 1),
    type: 'collection',
    options: documentOf({ collation }),
    info: documentOf({ readOnly: false, uuid }),
    idIndex: indexes[0]?.specification,
  })
}

/** A reply of documents that may need several batches. */
export async function listing(
  request: Request,
  documents: readonly Document[],
  namespace: string,
): Promise<Reply> {
  const options = request.command.get('cursor')
  const batchSize = isDocument(options) ? countAt(options, 'batchSize') : undefined
  return replyOf({
    cursor: await request.server.cursors.start(request, {
      namespace,
      batchSize,
      documents: documents.map((document) => new RawDocument(encode(document))),
    }),
  })
}

export const listDatabases: Command = {
  options: ['filter', 'nameOnly', 'authorizedDatabases'],
  run: ({ server, command, database }) => {
    if (database !== 'admin')
      refuse('Unauthorized', 'listDatabases may only be run against the admin database.')
    const condition = compileFilter(documentAt(command, 'filter') ?? new Map())
    const databases = databasesOf([...server.catalog.all()]).filter((one) => condition.matches(one))
    if (flagAt(command, 'nameOnly'))
      return replyOf({ databases: databases.map((one) => documentOf({ name: one.get('name') })) })
    const bytes = databases.reduce((sum, one) => sum + (one.get('sizeOnDisk') as bigint), 0n)
    return replyOf({ databases, totalSize: bytes, totalSizeMb: bytes / (1024n * 1024n) })
  },
}

/** Their size is that of their documents; indexes and the file's own pages come on top. */
function databasesOf(collections: readonly Collection[]): Document[] {
  return [...new Set(collections.map(databaseOf))].sort().map((name) => {
    const own = collections.filter((collection) => databaseOf(collection) === name)
    const bytes = own.reduce((sum, one) => sum + one.bytes, 0)
    return documentOf({ name, sizeOnDisk: BigInt(bytes), empty: false })
  })
}
