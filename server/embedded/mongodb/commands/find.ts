import { decode } from '../bson/decode.ts'
import { encode, RawDocument } from '../bson/encode.ts'
import type { Document } from '../bson/value.ts'
import { find as findDocuments, type Query } from '../collections/find.ts'
import { compileProjection } from '../query/projection.ts'
import { countAt, documentAt, flagAt, namespaceOf, refuseOptions } from './arguments.ts'
import { sessionOf } from './dispatch.ts'
import { checkHint, queryAt } from './query-arguments.ts'
import { type Command, type Reply, replyOf, type Request, type Server } from './request.ts'

const refused = ['max', 'min', 'returnKey', 'showRecordId', 'tailable', 'awaitData', 'let']

export const find: Command = {
  options: [
    ...refused,
    ...'filter sort projection hint skip limit batchSize singleBatch collation'.split(' '),
    ...'allowDiskUse allowPartialResults noCursorTimeout oplogReplay'.split(' '),
  ],
  run: runFind,
}

function runFind(request: Request): Reply {
  const { server, command } = request
  const namespace = namespaceOf(request)
  refuseOptions(command, refused)
  const query = queryAt(command, 'filter')
  const shape = shaping(documentAt(command, 'projection'))
  const cursor = server.cursors.start({
    namespace,
    documents: results(server, namespace, query, command, shape),
    batchSize: countAt(command, 'batchSize'),
    singleBatch: flagAt(command, 'singleBatch'),
    session: sessionOf(command),
    neverExpires: flagAt(command, 'noCursorTimeout'),
  })
  return replyOf({ cursor })
}

type ShapeBytes = (bytes: Buffer) => Buffer

/** What a projection makes of stored bytes. */
export function shaping(projection: Document | undefined): ShapeBytes {
  if (!projection || projection.size === 0) return (bytes) => bytes
  const project = compileProjection(projection)
  return (bytes) => encode(project(decode(bytes)))
}

function* results(
  server: Server,
  namespace: string,
  query: Query,
  command: Document,
  shape: ShapeBytes,
): Generator<RawDocument> {
  const collection = server.catalog.find(namespace)
  checkHint(command, collection)
  if (!collection) return
  for (const { bytes } of findDocuments(server.store, collection, query)) yield new RawDocument(shape(bytes))
}
