import { countValue, integerOf, isNumeric } from '../bson/numbers.ts'
import type { Document } from '../bson/value.ts'
import { find, type Query } from '../collections/find.ts'
import type { Collection } from '../collections/model.ts'
import { isEverything } from '../query/condition.ts'
import { namespaceOf } from './arguments.ts'
import { checkHint, queryAt } from './query-arguments.ts'
import { type Command, replyOf, type Server } from './request.ts'

export const count: Command = {
  options: ['query', 'limit', 'skip', 'hint', 'collation', 'fields'],
  run: (request) => {
    const { server, command } = request
    const collection = server.catalog.find(namespaceOf(request))
    checkHint(command, collection)
    const query = queryAt(withoutSign(command), 'query')
    return replyOf({ n: countValue(collection ? countDocuments(server, collection, query) : 0) })
  },
}

/** A negative limit is the same as a positive one. */
function withoutSign(command: Document): Document {
  const limit = command.get('limit')
  const number = isNumeric(limit) ? integerOf(limit) : undefined
  return number === undefined || number >= 0 ? command : new Map(command).set('limit', BigInt(-number))
}

/** Without a condition the collection's own count answers. */
export function countDocuments(server: Server, collection: Collection, query: Query): number {
  if (isEverything(query.condition)) return clipped(collection.documents, query)
  let documents = 0
  for (const _ of find(server.store, collection, { ...query, sort: [] })) documents++
  return documents
}

function clipped(documents: number, { skip, limit }: Query): number {
  const rest = Math.max(0, documents - skip)
  return limit > 0 ? Math.min(limit, rest) : rest
}
