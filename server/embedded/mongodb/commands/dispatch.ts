import { Double } from 'bson'
import type { Encodable } from '../bson/encode.ts'
import { within } from '../collections/work.ts'
import { integerOf } from '../bson/numbers.ts'
import type { Document } from '../bson/value.ts'
import { CommandError, refuse } from '../errors.ts'
import { OutOfRoom } from '../storage/room.ts'
import { refuseOtherApi } from './api-version.ts'
import { checkDatabase, refuseUnknown } from './arguments.ts'
import { refuseConcerns } from './concerns.ts'
import { withCollations } from './inherited-collation.ts'
import { type Client, type Command, type Reply, replyOf, type Server } from './request.ts'
import { sessionOf } from './session.ts'
import { noteCommand } from './tally.ts'
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
export async function dispatch(server: Server, command: Document, client: Client): Promise<Reply> {
  try {
    const reply = await run(server, command, client)
    note(server, command, false)
    return reply.set('ok', new Double(1))
  } catch (error) {
    note(server, command, true)
    return errorReply(error)
  }
}

/** Names that there are not would be without end. */
function note({ tally }: Server, command: Document, hasFailed: boolean): void {
  const name = nameOf(command)
  if (Object.hasOwn(commands, name)) noteCommand(tally, name, hasFailed)
}

const nameOf = (command: Document): string => command.keys().next().value ?? ''

function run(server: Server, command: Document, client: Client): Reply | Promise<Reply> {
  const name = nameOf(command)
  const handler = handlerOf(name)
  const database = command.get('$db')
  if (typeof database !== 'string') refuse(40571, 'OP_MSG requests require a $db argument')
  checkDatabase(database)
  refuseTransaction(command)
  if (handler.options !== 'any') refuseUnknown(command, knownOptions(name, handler.options), name)
  refuseConcerns(command)
  refuseOtherApi(command, name)
  const session = sessionOf(command)
  if (session) server.sessions.touch(session, Date.now())
  const request = { ...client, server, command: withCollations(server.catalog, database, command), database }
  return within(timeLimitOf(command), () => handler.run(request))
}

const optionsByName = new Map<string, ReadonlySet<string>>()

/** Every field that a command may have, made once for each. */
function knownOptions(name: string, own: readonly string[]): ReadonlySet<string> {
  const known = optionsByName.get(name) ?? new Set([name, ...common, ...own])
  optionsByName.set(name, known)
  return known
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
  const part = ['startTransaction', 'autocommit'].find((name) => command.has(name))
  if (part && !command.has('txnNumber'))
    refuse('InvalidOptions', `'${part}' field requires a transaction number to also be specified`)
  if (command.has('txnNumber'))
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
