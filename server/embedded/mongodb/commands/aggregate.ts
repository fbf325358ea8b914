import { decode } from '../bson/decode.ts'
import { encode, RawDocument } from '../bson/encode.ts'
import { isDocument, type Document, type Value } from '../bson/value.ts'
import { type Documents, compilePipeline, type Surroundings } from '../aggregate/pipeline.ts'
import { readsNothing, splitHead } from '../aggregate/head.ts'
import { find, type Query, queryOf } from '../collections/find.ts'
import { refuse } from '../errors.ts'
import { textOrder } from '../query/collation.ts'
import { compileFilter } from '../query/filter.ts'
import { arrayAt, countAt, documentAt, namespace, namespaceOf, refuseOptions } from './arguments.ts'
import { countDocuments } from './count.ts'
import { sessionOf } from './dispatch.ts'
import { checkHint } from './query-arguments.ts'
import { type Command, type Reply, replyOf, type Request, type Server } from './request.ts'

export const aggregate: Command = {
  options: 'pipeline explain cursor allowDiskUse bypassDocumentValidation hint collation let'.split(' '),
  run: runAggregate,
}

function runAggregate(request: Request): Reply {
  const { server, command, database } = request
  refuseOptions(command, ['let', 'explain'])
  const name = namespaceOf(request)
  const options = command.get('cursor')
  if (!isDocument(options))
    refuse('FailedToParse', "The 'cursor' option is required, except for aggregate with the explain argument")
  checkHint(command, server.catalog.find(name))
  const cursor = server.cursors.start({
    namespace: name,
    documents: results(server, database, name, command),
    batchSize: countAt(options, 'batchSize'),
    session: sessionOf(command),
  })
  return replyOf({ cursor })
}

function results(server: Server, database: string, name: string, command: Document): Iterable<RawDocument> {
  const surroundings = surroundingsOf(server, database, command)
  const pipeline =
    arrayAt(command, 'pipeline') ??
    refuse(40414, "BSON field 'aggregate.pipeline' is missing but a required field")
  const { query, rest } = splitHead(pipeline, surroundings.texts)
  const through = compilePipeline(rest, surroundings)
  return rawDocuments(through(source(server, name, query, rest)))
}

function* rawDocuments(documents: Documents): Generator<RawDocument> {
  for (const document of documents) yield new RawDocument(encode(document))
}

function surroundingsOf(server: Server, database: string, command: Document): Surroundings {
  const texts = textOrder(documentAt(command, 'collation'))
  return {
    texts,
    documentsOf: (collection, filter) =>
      stored(server, namespace(database, collection), queryOf(compileFilter(filter, texts), { texts })),
  }
}

/** Where the rest of the pipeline looks at no field, as when documents are only counted, none is read. */
function source(server: Server, name: string, query: Query, rest: readonly Value[]): Documents {
  return readsNothing(rest) ? blanks(server, name, query) : stored(server, name, query)
}

function* stored(server: Server, name: string, query: Query): Documents {
  const collection = server.catalog.find(name)
  if (collection) for (const { bytes } of find(server.store, collection, query)) yield decode(bytes)
}

function* blanks(server: Server, name: string, query: Query): Documents {
  const collection = server.catalog.find(name)
  const documents = collection ? countDocuments(server, collection, query) : 0
  for (let at = 0; at < documents; at++) yield new Map()
}
