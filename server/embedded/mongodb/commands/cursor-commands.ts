import { refuse } from '../errors.ts'
import { arrayAt, countAt, namespace, stringAt } from './arguments.ts'
import { type Command, replyOf } from './request.ts'

export const getMore: Command = {
  options: ['collection', 'batchSize'],
  run: async (request) => {
    const { server, command, database } = request
    const id = command.get('getMore')
    if (typeof id !== 'bigint')
      refuse('TypeMismatch', "BSON field 'getMore.getMore' is the wrong type, expected type 'long'")
    const batchSize = countAt(command, 'batchSize')
    const collection = stringAt(command, 'collection')
    if (collection === '') refuse('InvalidNamespace', 'Collection names cannot be empty')
    const cursor = await server.cursors.next(request, {
      id,
      namespace: `${database}.${collection}`,
      batchSize,
    })
    return replyOf({ cursor })
  },
}

export const killCursors: Command = {
  options: ['cursors'],
  run: ({ server, command, database }) => {
    namespace(database, stringAt(command, 'killCursors'))
    const ids = arrayAt(command, 'cursors') ?? missingCursors()
    for (const id of ids)
      if (typeof id !== 'bigint')
        refuse('TypeMismatch', "BSON field 'killCursors.cursors' is the wrong type, expected type 'long'")
    const killed = ids.filter((id) => server.cursors.kill(id as bigint))
    const cursorsNotFound = ids.filter((id) => !killed.includes(id))
    return replyOf({ cursorsKilled: killed, cursorsNotFound, cursorsAlive: [], cursorsUnknown: [] })
  },
}

function missingCursors(): never {
  return refuse(40414, "BSON field 'killCursors.cursors' is missing but a required field")
}
