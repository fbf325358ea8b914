import { stageParts } from '../aggregate/pipeline.ts'
import { encode, RawDocument } from '../bson/encode.ts'
import { maxDocumentBytes } from '../bson/limits.ts'
import { integerOf } from '../bson/numbers.ts'
import { isDocument, type Document, type Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import { arrayAt, countAt, flagAt, namespaceOf } from './arguments.ts'
import { contextOf } from './context.ts'
import { explain } from './explain.ts'
import { mergeInto } from './merge.ts'
import { outInto } from './out.ts'
import { resultsOf, stepsOf } from './pipeline.ts'
import { type Command, type Reply, replyOf, type Request } from './request.ts'

export const aggregate: Command = {
  options: 'pipeline explain cursor allowDiskUse bypassDocumentValidation hint collation let'.split(' '),
  run: (request) => (flagAt(request.command, 'explain') ? explained(request) : runAggregate(request)),
}

function explained(request: Request): Reply | Promise<Reply> {
  const command: Document = new Map([...request.command].filter(([name]) => name !== 'explain'))
  return explain.run({
    ...request,
    command: new Map<string, Value>([
      ['explain', command],
      ['verbosity', 'queryPlanner'],
    ]),
  })
}

async function runAggregate(request: Request): Promise<Reply> {
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
  if (!writer) return cursorOver(request, stepsOf(source, pipeline, context), countAt(options, 'batchSize'))
  const documents = resultsOf(source, pipeline.slice(0, -1), context)
  await request.server.store.commits.write(() => writer([...documents]))
  return cursorOver(request, [], undefined)
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

async function cursorOver(
  request: Request,
  documents: Iterable<Document | undefined>,
  batchSize: number | undefined,
): Promise<Reply> {
  const { server, command, database } = request
  const isNamed = typeof command.get('aggregate') === 'string'
  const cursor = await server.cursors.start(request, {
    namespace: isNamed ? namespaceOf(request) : `${database}.$cmd.aggregate`,
    documents: rawDocuments(documents),
    batchSize,
  })
  return replyOf({ cursor })
}

function* rawDocuments(documents: Iterable<Document | undefined>): Generator<RawDocument | undefined> {
  for (const document of documents) yield document && new RawDocument(encodeResult(document))
}

/** A result may be a little larger than what may be stored. */
const mostBytes = maxDocumentBytes + 16 * 1024

function encodeResult(document: Document): Buffer {
  const bytes = encode(document)
  if (bytes.length > mostBytes)
    refuse(
      'BSONObjectTooLarge',
      `BSONObj size: ${bytes.length} is invalid. Size must be between 0 and ${mostBytes}`,
    )
  return bytes
}
