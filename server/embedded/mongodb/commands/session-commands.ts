import { UUID } from 'bson'
import type { Encodable } from '../bson/encode.ts'
import { refuse } from '../errors.ts'
import { arrayAt } from './arguments.ts'
import { type Command, type Reply, replyOf, type Request } from './request.ts'
import { sessionId } from './session.ts'
import { sessionMinutes } from './sessions.ts'

/** Sessions without transactions. */
export const sessionCommands: Record<string, Command> = {
  startSession: { options: [], run: startSession },
  refreshSessions: { options: [], run: refreshSessions },
  endSessions: { options: [], run: (request) => end(request, 'endSessions') },
  killSessions: { options: [], run: (request) => end(request, 'killSessions') },
  killAllSessions: { options: [], run: (request) => endAll(request, 'killAllSessions') },
  killAllSessionsByPattern: { options: [], run: (request) => endAll(request, 'killAllSessionsByPattern') },
  commitTransaction: { options: 'any', run: refuseTransactions },
  abortTransaction: { options: 'any', run: refuseTransactions },
}

function startSession({ server }: Request): Reply {
  const id = new UUID()
  server.sessions.touch(id.toHexString(false), Date.now())
  return replyOf({ id: replyOf({ id: id.toBinary() }), timeoutMinutes: sessionMinutes })
}

function refreshSessions(request: Request): Reply {
  for (const session of named(request, 'refreshSessions')) request.server.sessions.touch(session, Date.now())
  return new Map<string, Encodable>()
}

function end(request: Request, command: string): Reply {
  const ended = named(request, command)
  for (const session of ended) request.server.sessions.end(session)
  request.server.cursors.killSessions(new Set(ended))
  return new Map<string, Encodable>()
}

function named({ command }: Request, name: string): string[] {
  return (arrayAt(command, name) ?? []).map((session) => sessionId(session, name))
}

/** Those of certain users or patterns are none: nobody signs in. */
function endAll({ server, command }: Request, name: string): Reply {
  const chosen = arrayAt(command, name) ?? []
  if (chosen.length > 0)
    refuse('CommandNotSupported', `${name} of certain users or patterns is not supported`)
  server.cursors.killSessions('all')
  return new Map<string, Encodable>()
}

function refuseTransactions(): never {
  return refuse('IllegalOperation', 'Transaction numbers are only allowed on a replica set member or mongos')
}
