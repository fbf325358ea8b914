import type { Encodable } from '../bson/encode.ts'
import type { Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import { arrayAt, countAt, namespace, stringAt } from './arguments.ts'
import { type Command, replyOf } from './request.ts'

export const getMore: Command = {
  options: ['collection', 'batchSize'],
  run: ({ server, command, database }) => {
    const id = command.get('getMore')
    if (typeof id !== 'bigint')
      refuse('TypeMismatch', "BSON field 'getMore.getMore' is the wrong type, expected type 'long'")
    const batchSize = countAt(command, 'batchSize')
    return replyOf({
      cursor: server.cursors.next(id, `${database}.${stringAt(command, 'collection')}`, batchSize),
    })
  },
}

export const killCursors: Command = {
  options: ['cursors'],
  run: ({ server, command, database }) => {
    namespace(database, stringAt(command, 'killCursors'))
    const ids = arrayAt(command, 'cursors') ?? []
    const killed = ids.filter((id) => typeof id === 'bigint' && server.cursors.kill(id))
    const cursorsNotFound = ids.filter((id) => !killed.includes(id))
    return replyOf({ cursorsKilled: killed, cursorsNotFound, cursorsAlive: [], cursorsUnknown: [] })
  },
}

export const endSessions: Command = {
  options: [],
  run: ({ server, command }) => {
    for (const session of arrayAt(command, 'endSessions') ?? [])
      endSession(session, server.cursors.endSession)
    return new Map<string, Encodable>()
  },
}

function endSession(session: Value, end: (id: string) => void): void {
  if (session instanceof Map) end(String(session.get('id')))
}
