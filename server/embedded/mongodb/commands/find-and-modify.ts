import type { Encodable } from '../bson/encode.ts'
import type { Document } from '../bson/value.ts'
import type { Query } from '../collections/find.ts'
import { refuse } from '../errors.ts'
import { compileProjection } from '../query/projection.ts'
import { type CompiledUpdate, compileUpdate } from '../update/update.ts'
import { arrayAt, documentAt, flagAt, namespaceOf, refuseOptions } from './arguments.ts'
import { refuseCollatedUpdate } from './collated-update.ts'
import { modify, type Modified, remove } from './modify.ts'
import { checkHint, queryAt } from './query-arguments.ts'
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
  refuseOptions(command, ['let'])
  const query = queryAt(command, 'query')
  const update = updateOf(command)
  if (query.texts) refuseCollatedUpdate(command.get('update'), command.has('arrayFilters'))
  const shape = shapeOf(command)
  return server.store.commits.write(() => {
    checkHint(command, server.catalog.find(namespace))
    if (!update) return removed(remove(server, namespace, query, false), shape)
    return updated(modifyOne(request, namespace, query, update), flagAt(command, 'new'), shape)
  })
}

function modifyOne(request: Request, namespace: string, query: Query, update: CompiledUpdate): Modified {
  const upsert = flagAt(request.command, 'upsert')
  return modify(request.server, namespace, { query, update, upsert, multi: false })
}

/** What is done to the document; `undefined` where it is removed. */
function updateOf(command: Document): CompiledUpdate | undefined {
  const update = command.get('update')
  if (flagAt(command, 'remove')) {
    if (update !== undefined) refuse('FailedToParse', "Cannot specify both an 'update' and 'remove'=true")
    if (flagAt(command, 'upsert') || flagAt(command, 'new'))
      refuse('FailedToParse', "Cannot specify 'upsert' or 'new' with 'remove'=true")
    return undefined
  }
  if (update === undefined) refuse('FailedToParse', "Either an 'update' or 'remove'=true must be specified")
  return compileUpdate(update, arrayAt(command, 'arrayFilters'))
}

type Shape = (document: Document | undefined) => Encodable

function shapeOf(command: Document): Shape {
  const fields = documentAt(command, 'fields')
  const project = fields && fields.size > 0 ? compileProjection(fields) : (document: Document) => document
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
