import { integerOf } from '../bson/numbers.ts'
import type { Document } from '../bson/value.ts'
import { queryOf } from '../collections/find.ts'
import { refuse } from '../errors.ts'
import { documentsAt, namespaceOf, refuseOptions, refuseUnknown } from './arguments.ts'
import { remove } from './modify.ts'
import { checkHint, queryAt } from './query-arguments.ts'
import type { Command, Reply, Request, Server } from './request.ts'
import { runStatements, writeReply } from './statements.ts'

export const deleteCommand: Command = {
  options: ['deletes', 'ordered', 'let'],
  run: runDelete,
}

const known = new Set(['q', 'limit', 'collation', 'hint'])

async function runDelete(request: Request): Promise<Reply> {
  const { server, command } = request
  const namespace = namespaceOf(request)
  refuseOptions(command, ['let'])
  const statements = documentsAt(command, 'deletes')
  const outcome = await server.store.commits.write(() =>
    runStatements(statements, command, (statement) => runDeletion(server, namespace, statement)),
  )
  return writeReply(
    outcome.results.reduce((sum, { result }) => sum + result, 0),
    outcome,
  )
}

/** Runs one statement of a delete; only within a write transaction. Gives how many were removed. */
export function runDeletion(server: Server, namespace: string, statement: Document): number {
  refuseUnknown(statement, known, 'delete.deletes')
  const limit = integerOf(statement.get('limit'))
  if (limit !== 0 && limit !== 1)
    refuse('FailedToParse', `The limit field in delete objects must be 0 or 1. Got ${limit}`)
  checkHint(statement, server.catalog.find(namespace))
  const { condition, texts } = queryAt(new Map([...statement].filter(([name]) => name !== 'limit')), 'q')
  return remove(server, namespace, queryOf(condition, { texts }), limit === 0).length
}
