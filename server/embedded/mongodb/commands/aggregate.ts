import type { Documents } from '../aggregate/pipeline.ts'
import { stageParts } from '../aggregate/pipeline.ts'
import { encode, RawDocument } from '../bson/encode.ts'
import { integerOf } from '../bson/numbers.ts'
import { isDocument, type Document, type Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import { arrayAt, countAt, flagAt, namespaceOf } from './arguments.ts'
import { contextOf } from './context.ts'
import { sessionOf } from './dispatch.ts'
import { explain } from './explain.ts'
import { mergeInto } from './merge.ts'
import { outInto } from './out.ts'
import { resultsOf } from './pipeline.ts'
import { type Command, type Reply, replyOf, type Request } from './request.ts'

export const aggregate: Command = {
  options: 'pipeline explain cursor allowDiskUse bypassDocumentValidation hint collation let'.split(' '),
  run: (request) => (flagAt(request.command, 'explain') ? explained(request) : runAggregate(request)),
}

function explained(request: Request): Reply | Promise<Reply> {
  const command: Document = new Map([...request.command].filter(([name]) => name !== 'explain'))
  return explain.run({ ...request, command: new Map([['explain', command]]) })
}

function runAggregate(request: Request): Reply | Promise<Reply> {
  const { command } = request
  const pipeline =
    arrayAt(command, 'pipeline') ??
    refuse(40414, "BSON field 'aggregate.pipeline' is missing but a required field")
  const options = command.get('cursor')
  if (!isDocument(options))
    refuse('FailedToParse', "The 'cursor' option is required, except for aggregate with the explain argument")
  const context = contextOf(command)
  const writer = writerOf(request, pipeline)
  const source = { server: request.server, ...placeOf(request), hint: command.get('hint') }
  const documents = resultsOf(source, writer ? pipeline.slice(0, -1) : pipeline, context)
  if (!writer) return cursorOver(request, documents, countAt(options, 'batchSize'))
  return request.server.store.commits.write(() => {
    writer([...documents])
    return cursorOver(request, [], 0)
  })
}

/** The collection that is named; a number names the database alone. */
function placeOf({ command, database }: Request): { database: string; collection: string | undefined } {
  const collection = command.get('aggregate')
  if (typeof collection === 'string') return { database, collection }
  if (integerOf(collection) !== 1)
    refuse(
      'FailedToParse',
      "Invalid command format: the 'aggregate' field must specify a collection name or 1",
    )
  return { database, collection: undefined }
}

/** What the last stage writes, where it writes. */
function writerOf(
  request: Request,
  pipeline: readonly Value[],
): ((documents: Document[]) => void) | undefined {
  const last = pipeline.at(-1)
  const [name, operand] = last === undefined ? ['', null] : stageParts(last)
  if (name === '$out') return outInto(request, operand)
  return name === '$merge' ? mergeInto(request, operand) : undefined
}

function cursorOver(request: Request, documents: Documents, batchSize: number | undefined): Reply {
  const { server, command, database } = request
  const isNamed = typeof command.get('aggregate') === 'string'
  const cursor = server.cursors.start({
    namespace: isNamed ? namespaceOf(request) : `${database}.$cmd.aggregate`,
    documents: rawDocuments(documents),
    batchSize,
    session: sessionOf(command),
  })
  return replyOf({ cursor })
}

function* rawDocuments(documents: Documents): Generator<RawDocument> {
  for (const document of documents) yield new RawDocument(encode(document))
}
