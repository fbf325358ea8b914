import { decode } from '../bson/decode.ts'
import { encode, RawDocument } from '../bson/encode.ts'
import type { Document } from '../bson/value.ts'
import { findStepwise } from '../collections/find.ts'
import type { Query } from '../query/query.ts'
import type { Collection } from '../collections/model.ts'
import type { StoredDocument } from '../collections/scan.ts'
import { refuse } from '../errors.ts'
import type { Context } from '../query/context.ts'
import { compileProjection } from '../query/projection.ts'
import { countAt, documentAt, flagAt, namespaceOf, refuseOptions } from './arguments.ts'
import { contextOf } from './context.ts'
import { withinBounds } from './index-bounds.ts'
import { queryAt } from './query-arguments.ts'
import { type Command, type Reply, replyOf, type Request, type Server } from './request.ts'

export const find: Command = {
  options: [
    ...'filter sort projection hint skip limit batchSize singleBatch collation let min max'.split(' '),
    ...'returnKey showRecordId tailable awaitData noCursorTimeout allowPartialResults'.split(' '),
    ...'allowDiskUse oplogReplay'.split(' '),
  ],
  run: runFind,
}

async function runFind(request: Request): Promise<Reply> {
  const { server, command } = request
  const namespace = namespaceOf(request)
  refuseOptions(command, ['returnKey'])
  const collection = server.catalog.find(namespace)
  refuseTailing(command, collection)
  const context = contextOf(command)
  const query = withinBounds(command, collection, queryAt(command, 'filter', context))
  const shape = shapeOf(command, context, query)
  const cursor = await server.cursors.start(request, {
    namespace,
    documents: collection ? results(server, collection, query, shape) : [],
    batchSize: countAt(command, 'batchSize'),
    singleBatch: flagAt(command, 'singleBatch'),
    neverExpires: flagAt(command, 'noCursorTimeout'),
  })
  return replyOf({ cursor })
}

/** Only a capped collection has an end that can be followed, and there are none. */
function refuseTailing(command: Document, collection: Collection | undefined): void {
  const isTailable = flagAt(command, 'tailable')
  if (flagAt(command, 'awaitData') && !isTailable)
    refuse('FailedToParse', "Cannot set 'awaitData' without also setting 'tailable'")
  if (isTailable && collection)
    refuse('BadValue', 'error processing query: tailable cursor requested on non capped collection')
}

type Shape = (stored: StoredDocument) => Buffer

/** What a projection makes of a stored document, and its number where that is asked for. */
function shapeOf(command: Document, context: Context, { condition }: Query): Shape {
  const projection = documentAt(command, 'projection')
  const showsRecord = flagAt(command, 'showRecordId')
  const isPlain = !projection || projection.size === 0
  if (isPlain && !showsRecord) return ({ bytes }) => bytes
  const project = isPlain
    ? (document: Document) => document
    : compileProjection(projection, context, condition)
  return ({ bytes, record }) => {
    const shaped = project(decode(bytes))
    return encode(showsRecord ? new Map(shaped).set('$recordId', BigInt(record)) : shaped)
  }
}

function* results(
  server: Server,
  collection: Collection,
  query: Query,
  shape: Shape,
): Generator<RawDocument | undefined> {
  for (const stored of findStepwise(server.store, collection, query))
    yield stored && new RawDocument(shape(stored))
}
