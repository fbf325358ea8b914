import { countValue, integerOf, isNumeric } from '../bson/numbers.ts'
import type { Document } from '../bson/value.ts'
import { countFound } from '../collections/count.ts'
import { namespaceOf } from './arguments.ts'
import { queryAt } from './query-arguments.ts'
import { type Command, replyOf } from './request.ts'

export const count: Command = {
  options: ['query', 'limit', 'skip', 'hint', 'collation', 'fields'],
  run: (request) => {
    const { server, command } = request
    const collection = server.catalog.find(namespaceOf(request))
    const query = queryAt(withoutSign(command), 'query')
    return replyOf({ n: countValue(collection ? countFound(server.store, collection, query) : 0) })
  },
}

/** A negative limit is the same as a positive one. */
function withoutSign(command: Document): Document {
  const limit = command.get('limit')
  const number = isNumeric(limit) ? integerOf(limit) : undefined
  return number === undefined || number >= 0 ? command : new Map(command).set('limit', BigInt(-number))
}
