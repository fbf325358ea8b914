import { countValue, integerOf, isNumeric } from '../bson/numbers.ts'
import type { Document } from '../bson/value.ts'
import { countStepwise } from '../collections/count.ts'
import { namespaceOf } from './arguments.ts'
import { queryAt } from './query-arguments.ts'
import { type Command, replyOf } from './request.ts'
import { inTurns } from './turns.ts'

export const count: Command = {
  options: ['query', 'limit', 'skip', 'hint', 'collation', 'fields'],
  run: async (request) => {
    const { server, command } = request
    const collection = server.catalog.find(namespaceOf(request))
    const query = queryAt(withoutSign(command), 'query')
    let found = 0
    if (collection)
      await inTurns(request, countStepwise(server.store, collection, query), (count) => (found = count))
    return replyOf({ n: countValue(found) })
  },
}

/** A negative limit is the same as a positive one. */
function withoutSign(command: Document): Document {
  const limit = command.get('limit')
  const number = isNumeric(limit) ? integerOf(limit) : undefined
  return number === undefined || number >= 0 ? command : new Map(command).set('limit', BigInt(-number))
}
