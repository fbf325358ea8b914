import type { Encodable } from '../bson/encode.ts'
import type { Document } from '../bson/value.ts'
import type { Query } from '../query/query.ts'
import { refuse } from '../errors.ts'
import type { Condition } from '../query/condition.ts'
import type { Context } from '../query/context.ts'
import { compileProjection } from '../query/projection.ts'
import { type CompiledUpdate, compileUpdate } from '../update/update.ts'
import { arrayAt, documentAt, flagAt, namespaceOf } from './arguments.ts'
import { contextOf } from './context.ts'
import { modify, type Modified, remove } from './modify.ts'
import { queryAt } from './query-arguments.ts'
import { type Command, type Reply, replyOf, type Request } from './request.ts'

export const findAndModify: Command = {
  options: [
    ...'query sort remove update new fields upsert arrayFilters collation hint'.split(' '),
    ...'bypassDocumentValidation let'.split(' '),
  ],
  run: runFindAndModify,
}

async function runFindAndModify(request: Request): Promise<Reply> {
  const { server, command } = request
  const namespace = namespaceOf(request)
  refuseCombinations(command)
  const context = contextOf(command)
  const query = queryAt(command, 'query', context)
  const update = updateOf(command, context)
  const shape = shapeOf(command, context, query.condition)
  return server.store.commits.write(() => {
    if (!update) return removed(remove(server, namespace, query, false), shape)
    return updated(modifyOne(request, namespace, query, update), flagAt(command, 'new'), shape)
  })
}

function modifyOne(request: Request, namespace: string, query: Query, update: CompiledUpdate): Modified {
  const upsert = flagAt(request.command, 'upsert')
  return modify(request.server, namespace, { query, update, upsert, multi: false })
}

function refuseCombinations(command: Document): void {
  if (!flagAt(command, 'remove')) {
    if (!command.has('update')) refuse('FailedToParse', 'Either an update or remove=true must be specified')
    if (Array.isArray(command.get('update')) && command.has('arrayFilters'))
      refuse('FailedToParse', 'Cannot specify arrayFilters and a pipeline update')
    return
  }
  if (command.has('update')) refuse('FailedToParse', 'Cannot specify both an update and remove=true')
  if (flagAt(command, 'upsert')) refuse('FailedToParse', 'Cannot specify both upsert=true and remove=true ')
  if (flagAt(command, 'new'))
    refuse(
      'FailedToParse',
      "Cannot specify both new=true and remove=true; 'remove' always returns the deleted document",
    )
  if (command.has('arrayFilters')) refuse('FailedToParse', 'Cannot specify arrayFilters and remove=true')
}

/** What is done to the document; `undefined` where it is removed. */
function updateOf(command: Document, context: Context): CompiledUpdate | undefined {
  if (flagAt(command, 'remove')) return undefined
  return compileUpdate(command.get('update'), arrayAt(command, 'arrayFilters'), context)
}

type Shape = (document: Document | undefined) => Encodable

function shapeOf(command: Document, context: Context, condition: Condition): Shape {
  const fields = documentAt(command, 'fields')
  if (!fields || fields.size === 0) return (document) => document ?? null
  const project = compileProjection(fields, context, condition)
  return (document) => (document ? project(document) : null)
}

function removed([document]: readonly Document[], shape: Shape): Reply {
  return replyOf({ lastErrorObject: replyOf({ n: document ? 1 : 0 }), value: shape(document) })
}

function updated({ matched, before, after, inserted }: Modified, givesNew: boolean, shape: Shape): Reply {
  const lastErrorObject = replyOf({
    n: matched + (inserted ? 1 : 0),
    updatedExisting: matched > 0,
    upserted: inserted?.get('_id'),
  })
  return replyOf({ lastErrorObject, value: shape(givesNew ? (after ?? inserted) : before) })
}
