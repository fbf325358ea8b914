import { decode } from '../bson/decode.ts'
import { encode, RawDocument } from '../bson/encode.ts'
import { countValue } from '../bson/numbers.ts'
import { isDocument, type Document, type Value } from '../bson/value.ts'
import { compilePipeline, type Documents, type Surroundings } from '../aggregate/pipeline.ts'
import { type Counting, countingOf, splitHead } from '../aggregate/head.ts'
import { countFound } from '../collections/count.ts'
import { find, type Query, queryOf } from '../collections/find.ts'
import { refuse } from '../errors.ts'
import { compileFilter } from '../query/filter.ts'
import { arrayAt, countAt, namespace, namespaceOf, refuseOptions } from './arguments.ts'
import { contextOf } from './context.ts'
import { sessionOf } from './dispatch.ts'
import { type Command, type Reply, replyOf, type Request, type Server } from './request.ts'

export const aggregate: Command = {
  options: 'pipeline explain cursor allowDiskUse bypassDocumentValidation hint collation let'.split(' '),
  run: runAggregate,
}

function runAggregate(request: Request): Reply {
  const { server, command, database } = request
  refuseOptions(command, ['explain'])
  const name = namespaceOf(request)
  const options = command.get('cursor')
  if (!isDocument(options))
    refuse('FailedToParse', "The 'cursor' option is required, except for aggregate with the explain argument")
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
  const { query: head, rest } = splitHead(pipeline, surroundings.context)
  const query = { ...head, hint: command.get('hint') }
  const through = compilePipeline(rest, surroundings)
  const counting = countingOf(rest)
  if (!counting) return rawDocuments(through(stored(server, name, query)))
  return rawDocuments(compilePipeline(rest.slice(1), surroundings)(counted(server, name, query, counting)))
}

function* rawDocuments(documents: Documents): Generator<RawDocument> {
  for (const document of documents) yield new RawDocument(encode(document))
}

function surroundingsOf(server: Server, database: string, command: Document): Surroundings {
  const context = contextOf(command)
  return {
    context,
    documentsOf: (collection, filter) =>
      stored(
        server,
        namespace(database, collection),
        queryOf(compileFilter(filter, context), { texts: context.texts }),
      ),
  }
}

function* stored(server: Server, name: string, query: Query): Documents {
  const collection = server.catalog.find(name)
  if (collection) for (const { bytes } of find(server.store, collection, query)) yield decode(bytes)
}

function* counted(server: Server, name: string, query: Query, { id, names }: Counting): Documents {
  const collection = server.catalog.find(name)
  const count = collection ? countFound(server.store, collection, query) : 0
  const fields = names.map((field): [string, Value] => [field, countValue(count)])
  if (count > 0) yield new Map<string, Value>([['_id', id], ...fields])
}
