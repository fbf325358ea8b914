import { describe } from '../bson/describe.ts'
import { integerOf } from '../bson/numbers.ts'
import type { Document } from '../bson/value.ts'
import { queryOf } from '../query/query.ts'
import { refuse } from '../errors.ts'
import type { Context } from '../query/context.ts'
import { documentsAt, namespaceOf } from './arguments.ts'
import { contextOf, contextWithin } from './context.ts'
import { remove } from './modify.ts'
import { queryAt } from './query-arguments.ts'
import type { Command, Reply, Request, Server } from './request.ts'
import { checkStatement, runStatements, type StatementShape, writeReply } from './statements.ts'

export const deleteCommand: Command = {
  options: ['deletes', 'ordered', 'let'],
  run: runDelete,
}

const shape: StatementShape = {
  name: 'delete.deletes',
  needed: ['q', 'limit'],
  documents: ['q', 'collation'],
  flags: [],
  others: ['limit', 'hint'],
}

async function runDelete(request: Request): Promise<Reply> {
  const { server, command } = request
  const namespace = namespaceOf(request)
  const statements = documentsAt(command, 'deletes')
  for (const statement of statements) checkDeletion(statement)
  const context = contextOf(command)
  const outcome = await server.store.commits.write(() =>
    runStatements(statements, command, (statement) => runDeletion(server, namespace, statement, context)),
  )
  return writeReply(
    outcome.results.reduce((sum, { result }) => sum + result, 0),
    outcome,
  )
}

function checkDeletion(statement: Document): void {
  checkStatement(statement, shape)
  const limit = integerOf(statement.get('limit'))
  if (limit !== 0 && limit !== 1)
    refuse(
      'FailedToParse',
      `The limit field in delete objects must be 0 or 1. Got ${describe(statement.get('limit') ?? null)}`,
    )
}

/** Runs one statement of a delete; only within a write transaction. Gives how many were removed. */
export function runDeletion(
  server: Server,
  namespace: string,
  statement: Document,
  context: Context,
): number {
  const limited = new Map([...statement].filter(([name]) => name !== 'limit'))
  const { condition, texts, hint } = queryAt(limited, 'q', contextWithin(statement, context))
  const isMulti = integerOf(statement.get('limit')) === 0
  return remove(server, namespace, queryOf(condition, { texts, hint }), isMulti).length
}
