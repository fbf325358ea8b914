import { countValue } from '../bson/numbers.ts'
import type { Document } from '../bson/value.ts'
import { indexBytes } from '../collections/sizes.ts'
import type { Collection } from '../collections/model.ts'
import { refuse } from '../errors.ts'
import { countAt, namespaceOf } from './arguments.ts'
import { type Command, type Reply, replyOf, type Server } from './request.ts'

export const collStats: Command = {
  options: ['scale'],
  run: (request) => {
    const ns = namespaceOf(request)
    return replyOf({ ns, ...collectionFigures(request.server, ns, scaleOf(request.command)) })
  },
}

/** Numbers of a collection: bytes of its documents' BSON and of its index entries, divided by `scale`. */
export function collectionFigures(server: Server, namespace: string, scale: number) {
  const collection = server.catalog.find(namespace)
  const sizes = indexSizes(server, collection, scale)
  const size = scaled(collection?.bytes ?? 0, scale)
  const totalIndexSize = sum([...sizes.values()])
  return {
    size,
    ...averageOf(collection ? [collection] : []),
    storageSize: size,
    freeStorageSize: 0,
    capped: false,
    nindexes: sizes.size,
    indexBuilds: [],
    totalIndexSize: countValue(totalIndexSize),
    totalSize: countValue(Number(size) + totalIndexSize),
    indexSizes: sizes as ReadonlyMap<string, number> as Map<string, number>,
    scaleFactor: scale,
  }
}

/** The figures of all collections of a database. */
export const dbStats: Command = {
  options: ['scale', 'freeStorage'],
  run: ({ server, command, database }) => {
    const scale = scaleOf(command)
    const collections = [...server.catalog.all()].filter(({ namespace }) =>
      namespace.startsWith(`${database}.`),
    )
    const dataSize = sum(collections.map(({ bytes }) => bytes))
    const indexSize = sum(collections.flatMap((one) => [...indexSizes(server, one, 1).values()]))
    const { count, avgObjSize } = averageOf(collections)
    return replyOf({
      db: database,
      collections: collections.length,
      views: 0,
      objects: count,
      avgObjSize: avgObjSize ?? 0,
      dataSize: scaled(dataSize, scale),
      storageSize: scaled(dataSize, scale),
      indexes: sum(collections.map(({ indexes }) => indexes.length)),
      indexSize: scaled(indexSize, scale),
      totalSize: scaled(dataSize + indexSize, scale),
      scaleFactor: scale,
    }) as Reply
  },
}

/** What bytes are divided by, from `scale`. */
export function scaleOf(options: Document): number {
  const scale = countAt(options, 'scale') ?? 1
  return scale >= 1 ? scale : refuse('BadValue', 'scale has to be >= 1')
}

function indexSizes(
  { store }: Server,
  collection: Collection | undefined,
  scale: number,
): Map<string, number> {
  return new Map(
    collection?.indexes.map((index) => [index.name, Math.floor(indexBytes(store, index) / scale)]) ?? [],
  )
}

function averageOf(collections: readonly Collection[]) {
  const documents = sum(collections.map((one) => one.documents))
  const bytes = sum(collections.map((one) => one.bytes))
  return {
    count: countValue(documents),
    avgObjSize: documents > 0 ? countValue(Math.floor(bytes / documents)) : undefined,
  }
}

function scaled(bytes: number, scale: number): number | bigint {
  return countValue(Math.floor(bytes / scale))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
