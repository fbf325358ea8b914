import type { Document, Value } from '../bson/value.ts'
import { queryOf } from '../collections/find.ts'
import { refuse } from '../errors.ts'
import { compileUpdate } from '../update/update.ts'
import { arrayAt, documentsAt, flagAt, namespaceOf, refuseOptions, refuseUnknown } from './arguments.ts'
import { refuseCollatedUpdate } from './collated-update.ts'
import { modify, type Modification, type Modified } from './modify.ts'
import { checkHint, queryAt } from './query-arguments.ts'
import type { Command, Reply, Request, Server } from './request.ts'
import { type Outcome, runStatements, writeReply } from './statements.ts'

export const update: Command = {
  options: ['updates', 'ordered', 'bypassDocumentValidation', 'let'],
  run: runUpdate,
}

const known = new Set('q u multi upsert arrayFilters collation hint sort c'.split(' '))

async function runUpdate(request: Request): Promise<Reply> {
  const { server, command } = request
  const namespace = namespaceOf(request)
  refuseOptions(command, ['let'])
  const statements = documentsAt(command, 'updates')
  const outcome = await server.store.commits.write(() =>
    runStatements(statements, command, (statement) => runModification(server, namespace, statement)),
  )
  return replyTo(outcome)
}

/** Runs one statement of an update; only within a write transaction. */
export function runModification(server: Server, namespace: string, statement: Document): Modified {
  refuseUnknown(statement, known, 'update.updates')
  checkHint(statement, server.catalog.find(namespace))
  return modify(server, namespace, modificationOf(statement))
}

function modificationOf(statement: Document): Modification {
  refuseOptions(statement, ['c'])
  const update = compileUpdate(statement.get('u') as Value, arrayAt(statement, 'arrayFilters'))
  const multi = flagAt(statement, 'multi')
  if (multi && update.isReplacement)
    refuse('FailedToParse', 'multi update is not supported for replacement-style update')
  const { condition, texts, sort } = queryAt(statement, 'q')
  if (texts) refuseCollatedUpdate(statement.get('u'), statement.has('arrayFilters'))
  if (multi && sort.length > 0) refuse('FailedToParse', 'Cannot specify sort with multi=true')
  return { query: queryOf(condition, { texts, sort }), update, multi, upsert: flagAt(statement, 'upsert') }
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
