import type { Collection, Engine } from '../../engine.ts'
import { size } from '../../index/bitset.ts'
import { fieldDistribution } from '../../index/search-index.ts'
import type { Permission } from '../authorization.ts'
import { collectionOf, ok } from '../request.ts'
import type { RouteEntry } from '../router.ts'

/** The version of the original that the stand-in follows. */
const version = { commitSha: 'embedded', commitDate: '2026-01-01T00:00:00Z', pkgVersion: '1.50.0' }

export const systemRoutes: RouteEntry[] = [
  ['GET', '/health', null, () => ok({ status: 'available' })],
  ['GET', '/version', 'version', () => ok(version)],
  ['GET', '/stats', 'stats.get', ({ engine, permission }) => ok(stats(engine, permission))],
  [
    'GET',
    '/indexes/:uid/stats',
    'stats.get',
    (request) => ok(indexStats(request.engine, collectionOf(request))),
  ],
]

function stats(engine: Engine, { covers }: Permission) {
  const collections = [...engine.collections.values()].filter(({ record }) => covers(record.uid))
  const indexes = Object.fromEntries(
    collections.map((collection) => [collection.record.uid, indexStats(engine, collection)]),
  )
  const lastUpdate =
    collections
      .map(({ record }) => record.updatedAt)
      .sort()
      .at(-1) ?? null
  const databaseSize = Object.values(indexes).reduce((total, index) => total + index.rawDocumentDbSize, 0)
  return { databaseSize, usedDatabaseSize: databaseSize, lastUpdate, indexes }
}

/** Sizes are left at 0: measuring them would mean reading all documents. */
function indexStats({ queue }: Engine, { record, index }: Collection) {
  const numberOfDocuments = size(index.live)
  const isIndexing = [...queue.tasks.values()].some(
    (task) => task.status === 'processing' && task.indexUid === record.uid,
  )
  const sizes = {
    rawDocumentDbSize: 0,
    avgDocumentSize: 0,
    numberOfEmbeddings: 0,
    numberOfEmbeddedDocuments: 0,
  }
  return { numberOfDocuments, ...sizes, isIndexing, fieldDistribution: fieldDistribution(index) }
}
