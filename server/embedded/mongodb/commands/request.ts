import type { Catalog } from '../collections/catalog.ts'
import type { Document } from '../bson/value.ts'
import type { Encodable } from '../bson/encode.ts'
import type { Store } from '../storage/store.ts'
import type { Cursors } from './cursors.ts'
import type { Sessions } from './sessions.ts'
import type { Tally } from './tally.ts'

/** What all connections share. */
export interface Server {
  store: Store
  catalog: Catalog
  cursors: Cursors
  sessions: Sessions
  tally: Tally
}

/** Who asks. */
export interface Client {
  /** The number of the connection. */
  connection: number
  /** Whether nobody is there any more to hear the answer. */
  isGone(): boolean
}

export interface Request extends Client {
  server: Server
  command: Document
  database: string
}

export type Reply = Map<string, Encodable>

export interface Command {
  /** The options that it knows, beside those that every command has; a greeting may say anything. */
  options: readonly string[] | 'any'
  run(request: Request): Reply | Promise<Reply>
}

/** A reply from its fields, without those that are undefined. */
export function replyOf(fields: Record<string, Encodable | undefined>): Reply {
  const reply: Reply = new Map()
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) reply.set(name, value)
  return reply
}
