import {
  compilePipeline,
  type Documents,
  isCollectionless,
  refuseUnsupported,
  stageParts,
  type Surroundings,
} from '../aggregate/pipeline.ts'
import { type Counting, countingOf, splitHead } from '../aggregate/head.ts'
import { statedDocuments } from '../aggregate/stages/documents.ts'
import { decode } from '../bson/decode.ts'
import { countValue } from '../bson/numbers.ts'
import type { Document, Found, Value } from '../bson/value.ts'
import { countStepwise } from '../collections/count.ts'
import { findStepwise } from '../collections/find.ts'
import type { Query } from '../query/query.ts'
import { refuse } from '../errors.ts'
import type { Context } from '../query/context.ts'
import { namespace } from './arguments.ts'
import type { Server } from './request.ts'
import { serverDocuments } from './server-sources.ts'

/** Where a pipeline reads. */
export interface Source {
  server: Server
  database: string
  /** A collection's name; none for a pipeline that states its own documents. */
  collection: string | undefined
  hint?: Found
}

/** Documents, and `undefined` where a while there was none. */
type Steps = Iterable<Document | undefined>

/** What a pipeline gives. It is wholly compiled first, so that what is wrong with it shows before it is asked. */
export function resultsOf(source: Source, pipeline: readonly Value[], context: Context): Documents {
  return onlyFound(stepsOf(source, pipeline, context))
}

/** The same step by step, where its end is a search and not a stage. */
export function stepsOf(source: Source, pipeline: readonly Value[], context: Context): Steps {
  const { server, database } = source
  const surroundings: Surroundings = {
    context,
    run: (collection, inner, own) =>
      resultsOf({ server, database, collection: collection === '' ? undefined : collection }, inner, own),
  }
  const name = source.collection === undefined ? undefined : namespace(database, source.collection)
  const made = serverDocuments(server, name, pipeline[0])
  if (made) return compilePipeline(pipeline.slice(1), surroundings)(made)
  return name === undefined
    ? ofStated(pipeline, surroundings)
    : ofStored(source, name, pipeline, surroundings)
}

function* onlyFound(steps: Steps): Documents {
  for (const document of steps) if (document) yield document
}

function ofStated([first, ...rest]: readonly Value[], surroundings: Surroundings): Documents {
  const [name, operand] = first === undefined ? ['', null] : stageParts(first)
  refuseUnsupported(name)
  if (name !== '$documents')
    refuse('InvalidNamespace', `{aggregate: 1} is not valid for '${name}'; a collection is required.`)
  const documents = statedDocuments(operand, surroundings.context)
  return compilePipeline(rest, surroundings)(documents)
}

function ofStored(
  { server, hint }: Source,
  name: string,
  pipeline: readonly Value[],
  surroundings: Surroundings,
): Steps {
  if (isCollectionless(pipeline))
    refuse('InvalidNamespace', "'$documents' can only be run with {aggregate: 1}")
  const { query: head, rest } = splitHead(pipeline, surroundings.context)
  const query = { ...head, hint }
  const through = compilePipeline(rest, surroundings)
  const counting = countingOf(rest)
  if (!counting)
    return rest.length === 0 ? stored(server, name, query) : through(onlyFound(stored(server, name, query)))
  const left = rest.slice(1)
  const steps = counted(server, name, query, counting)
  return left.length === 0 ? steps : compilePipeline(left, surroundings)(onlyFound(steps))
}

function* stored(server: Server, name: string, query: Query): Steps {
  const collection = server.catalog.find(name)
  if (collection)
    for (const stored of findStepwise(server.store, collection, query)) yield stored && decode(stored.bytes)
}

function* counted(server: Server, name: string, query: Query, { id, names }: Counting): Steps {
  const collection = server.catalog.find(name)
  let count = 0
  for (count of collection ? countStepwise(server.store, collection, query) : []) yield undefined
  const fields = names.map((field): [string, Value] => [field, countValue(count)])
  if (count > 0) yield new Map<string, Value>([['_id', id], ...fields])
}
