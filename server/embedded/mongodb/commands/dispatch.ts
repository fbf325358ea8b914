import { Double } from 'bson'
import type { Encodable } from '../bson/encode.ts'
import { within } from '../collections/work.ts'
import { integerOf } from '../bson/numbers.ts'
import { isDocument, type Document } from '../bson/value.ts'
import { CommandError, refuse } from '../errors.ts'
import { OutOfRoom } from '../storage/room.ts'
import { refuseUnknown } from './arguments.ts'
import { refuseConcerns } from './concerns.ts'
import { withCollations } from './inherited-collation.ts'
import { type Command, type Reply, replyOf, type Server } from './request.ts'
import { commands } from './table.ts'

/** Options that every command may have. */
const common = [
  '$db',
  'lsid',
  'comment',
  'maxTimeMS',
  'readConcern',
  'writeConcern',
  '$readPreference',
  '$clusterTime',
  'apiVersion',
  'apiStrict',
  'apiDeprecationErrors',
]

/** Runs a command and gives the reply, an error's too. */
export async function dispatch(server: Server, command: Document, connection: number): Promise<Reply> {
  try {
    const reply = await run(server, command, connection)
    return reply.set('ok', new Double(1))
  } catch (error) {
    return errorReply(error)
  }
}

function run(server: Server, command: Document, connection: number): Reply | Promise<Reply> {
  const name = command.keys().next().value ?? ''
  const handler = handlerOf(name)
  const database = command.get('$db')
  if (typeof database !== 'string') refuse(40571, 'OP_MSG requests require a $db argument')
  if (!/^[^/\\. "$\0]{1,63}$/.test(database))
    refuse('InvalidNamespace', `Invalid database name: '${database}'`)
  refuseTransaction(command)
  if (handler.options !== 'any') refuseUnknown(command, new Set([name, ...common, ...handler.options]), name)
  refuseConcerns(command)
  const request = { server, command: withCollations(server.catalog, database, command), database, connection }
  return within(timeLimitOf(command), () => handler.run(request))
}

/** Milliseconds that a command may take; 0 asks for no limit. */
function timeLimitOf(command: Document): number | undefined {
  const value = command.get('maxTimeMS')
  if (value === undefined) return undefined
  const milliseconds = integerOf(value)
  if (milliseconds === undefined || milliseconds < 0 || milliseconds > 2 ** 31 - 1)
    refuse('BadValue', `maxTimeMS must be a whole number from 0 to ${2 ** 31 - 1}`)
  return milliseconds || undefined
}

function handlerOf(name: string): Command {
  const handler = Object.hasOwn(commands, name) ? commands[name] : undefined
  return handler ?? refuse('CommandNotFound', `no such command: '${name}'`)
}

function refuseTransaction(command: Document): void {
  if (['txnNumber', 'startTransaction', 'autocommit'].some((name) => command.has(name)))
    refuse('IllegalOperation', 'Transaction numbers are only allowed on a replica set member or mongos')
}

/** The fields that MongoDB tells of an error. What is no CommandError is a fault of ours and says so. */
export function errorFields(error: unknown): Map<string, Encodable> {
  const known = error instanceof CommandError ? error : asCommandError(error)
  const fields = replyOf({ errmsg: known.message, code: known.code, codeName: known.codeName })
  for (const [name, value] of known.details) fields.set(name, value as Encodable)
  return fields
}

function asCommandError(error: unknown): CommandError {
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof OutOfRoom) return new CommandError('OutOfDiskSpace', message)
  return new CommandError('InternalError', message)
}

function errorReply(error: unknown): Reply {
  const reply: Reply = new Map([['ok', new Double(0)]])
  for (const [name, value] of errorFields(error)) reply.set(name, value)
  return reply
}

/** The id of the session that a command belongs to, as text. */
export function sessionOf(command: Document): string | undefined {
  const session = command.get('lsid')
  const id = isDocument(session) ? session.get('id') : undefined
  return id === undefined ? undefined : String(id)
}
