import { isDocument, type Document, type Found, type Value } from '../bson/value.ts'
import { queryOf } from '../query/query.ts'
import { refuse } from '../errors.ts'
import type { Context } from '../query/context.ts'
import { compileUpdate } from '../update/update.ts'
import { arrayAt, documentAt, documentsAt, flagAt, namespaceOf } from './arguments.ts'
import { contextOf, contextWithin } from './context.ts'
import { modify, type Modification, type Modified } from './modify.ts'
import { queryAt } from './query-arguments.ts'
import type { Command, Reply, Request, Server } from './request.ts'
import { checkStatement, type Outcome, runStatements, type StatementShape, writeReply } from './statements.ts'

export const update: Command = {
  options: ['updates', 'ordered', 'bypassDocumentValidation', 'let'],
  run: runUpdate,
}

const shape: StatementShape = {
  name: 'update.updates',
  needed: ['q', 'u'],
  documents: ['q', 'c', 'collation', 'sort'],
  flags: ['multi', 'upsert'],
  others: ['u', 'arrayFilters', 'hint'],
}

async function runUpdate(request: Request): Promise<Reply> {
  const { server, command } = request
  const namespace = namespaceOf(request)
  const statements = documentsAt(command, 'updates')
  for (const statement of statements) checkUpdate(statement)
  const context = contextOf(command)
  const outcome = await server.store.commits.write(() =>
    runStatements(statements, command, (statement) => runModification(server, namespace, statement, context)),
  )
  return replyTo(outcome)
}

/** Refuses a statement that no update could be read from. */
export function checkUpdate(statement: Document): void {
  checkStatement(statement, shape)
  arrayAt(statement, 'arrayFilters')
}

/** Runs one statement of an update; only within a write transaction. */
export function runModification(
  server: Server,
  namespace: string,
  statement: Document,
  context: Context,
): Modified {
  return modify(server, namespace, modificationOf(statement, contextWithin(statement, context)))
}

function modificationOf(statement: Document, context: Context): Modification {
  const changes = statement.get('u')
  const update = compileUpdate(changes, arrayAt(statement, 'arrayFilters'), {
    ...context,
    variables: withConstants(statement, changes, context.variables),
  })
  const multi = flagAt(statement, 'multi')
  if (multi && update.isReplacement)
    refuse('FailedToParse', 'multi update is not supported for replacement-style update')
  const { condition, texts, sort, hint } = queryAt(statement, 'q', context)
  if (multi && statement.has('sort')) refuse('FailedToParse', 'Cannot specify sort with multi=true')
  const query = queryOf(condition, { texts, sort, hint })
  return { query, update, multi, upsert: flagAt(statement, 'upsert') }
}

/** A pipeline may use the constants that its statement gives, besides the names of the command. */
function withConstants(
  statement: Document,
  changes: Found,
  variables: Context['variables'],
): Context['variables'] {
  const constants = documentAt(statement, 'c')
  if (!constants) return variables
  if (isDocument(changes)) refuse(51198, 'Constant values may only be specified for pipeline updates')
  return new Map([...(variables ?? []), ...constants])
}

function replyTo(outcome: Outcome<Modified>): Reply {
  const sum = (count: (one: Modified) => number) =>
    outcome.results.reduce((total, { result }) => total + count(result), 0)
  const upserted = outcome.results
    .filter(({ result }) => result.inserted)
    .map(
      ({ index, result }) =>
        new Map<string, Value>([
          ['index', index],
          ['_id', result.inserted?.get('_id') ?? null],
        ]),
    )
  return writeReply(sum(({ matched }) => matched) + upserted.length, outcome, {
    nModified: sum(({ modified }) => modified),
    upserted: upserted.length > 0 ? upserted : undefined,
  })
}
