import { compileExpression } from '../aggregate/expression.ts'
import { ObjectId } from 'bson'
import { documentOf, isDocument, type Document, type Found, type Value } from '../bson/value.ts'
import { queryOf } from '../query/query.ts'
import { withId } from '../collections/identity.ts'
import { insertDocument } from '../collections/write.ts'
import { refuse } from '../errors.ts'
import type { Context } from '../query/context.ts'
import { compileFilter } from '../query/filter.ts'
import { compileUpdate } from '../update/update.ts'
import { contextOf } from './context.ts'
import { collectionFor } from './insert.ts'
import { checkUnique, type MergeOptions, mergeOptions } from './merge-options.ts'
import { modify } from './modify.ts'
import type { Request, Server } from './request.ts'

/** `$merge`: each document meets its like in a collection, or joins it; only within a write transaction. */
export function mergeInto(request: Request, operand: Value): (documents: Document[]) => void {
  const { server, database } = request
  const context = contextOf(request.command)
  const options = mergeOptions(operand, database)
  const updateFor = updating(options)
  compileTrial(options, context)
  return (documents) => {
    checkUnique(options, server.catalog.find(options.target))
    for (const document of documents)
      mergeOne(server, options, identified(document, options), updateFor, context)
  }
}

/** A document without the `_id` that it is to be known by gets a new one. */
function identified(document: Document, { on }: MergeOptions): Document {
  if (document.has('_id') || !on.includes('_id')) return document
  return new Map<string, Value>([['_id', new ObjectId()], ...document])
}

type UpdateFor = (document: Document) => Value | undefined

function mergeOne(
  server: Server,
  options: MergeOptions,
  document: Document,
  updateFor: UpdateFor,
  context: Context,
): void {
  const { target, on, whenNotMatched } = options
  const filter: Document = new Map(on.map((path) => [path, documentOf({ $eq: valueFor(document, path) })]))
  const update = updateFor(document)
  if (update === undefined) return insertDocument(server, collectionFor(server, target), withId(document))
  const isPipeline = Array.isArray(update)
  const compiled = compileUpdate(update, undefined, isPipeline ? letIn(options, context, document) : context)
  const query = queryOf(compileFilter(filter, context), { texts: context.texts })
  const upsert = whenNotMatched === 'insert' && !isPipeline
  const { matched, inserted } = modify(server, target, { query, update: compiled, multi: false, upsert })
  if (matched > 0 || inserted || whenNotMatched === 'discard') return
  if (whenNotMatched === 'fail')
    refuse(13113, '$merge could not find a matching document in the target collection')
  insertDocument(server, collectionFor(server, target), withId(document))
}

/** What is done to a document that is there; `undefined` where the new one is only inserted. */
function updating({ whenMatched }: MergeOptions): UpdateFor {
  if (Array.isArray(whenMatched)) return () => whenMatched
  const updates: Record<typeof whenMatched, UpdateFor> = {
    replace: (document) => document,
    merge: (document) => documentOf({ $set: document }),
    keepExisting: (document) => documentOf({ $setOnInsert: document }),
    fail: () => undefined,
  }
  return updates[whenMatched]
}

/** So that what is wrong with a pipeline shows before any document is read. */
function compileTrial(options: MergeOptions, context: Context): void {
  if (Array.isArray(options.whenMatched))
    compileUpdate(options.whenMatched, undefined, letIn(options, context, new Map()))
}

/** `$$new` is the document that comes, where `let` names it or is not there; other names have values of it. */
function letIn({ let: given, whenNotMatched }: MergeOptions, context: Context, root: Document): Context {
  const variables = new Map<string, Found>(context.variables)
  if (given.size === 0 || whenNotMatched === 'insert') variables.set('new', root)
  for (const [name, value] of given) variables.set(name, compileExpression(value, context)({ root }))
  return { ...context, variables }
}

function valueFor(document: Document, path: string): Value {
  const names = path.split('.')
  const value = names.reduce<Found>(
    (found, name) => (isDocument(found) ? found.get(name) : undefined),
    document,
  )
  if (value === undefined || value === null)
    refuse(51132, `$merge write error: 'on' field '${path}' cannot be missing, null, undefined or an array`)
  if (Array.isArray(value)) refuse(51185, `$merge write error: 'on' field '${path}' cannot be an array`)
  return value
}
