import type { Encodable } from '../bson/encode.ts'
import type { Document } from '../bson/value.ts'
import { CommandError, refuse } from '../errors.ts'
import { documentAt, flagAt, refuseUnknown } from './arguments.ts'
import { errorFields } from './dispatch.ts'
import { type Reply, replyOf } from './request.ts'

export interface Outcome<Result> {
  results: { index: number; result: Result }[]
  errors: Map<string, Encodable>[]
}

/** The fields that a statement of a write command may have. */
export interface StatementShape {
  /** What MongoDB calls the statement in its messages. */
  name: string
  needed: readonly string[]
  documents: readonly string[]
  flags: readonly string[]
  others: readonly string[]
}

/** Refuses the whole command where one of its statements has an unknown field, lacks one, or has one of a wrong type. */
export function checkStatement(statement: Document, shape: StatementShape): void {
  const { name, needed, documents, flags, others } = shape
  refuseUnknown(statement, new Set([...documents, ...flags, ...others]), name)
  for (const field of needed)
    if (isMissing(statement, field))
      refuse(40414, `BSON field '${name}.${field}' is missing but a required field`)
  for (const field of documents) documentAt(statement, field)
  for (const field of flags) flagAt(statement, field)
}

/** Null counts as missing, so that no query of null takes everything; what an update is made of is looked at later. */
function isMissing(statement: Document, field: string): boolean {
  return field === 'u' || field === 'updateMods'
    ? !statement.has(field)
    : (statement.get(field) ?? null) === null
}

/**
 * Runs each statement by itself. One that is refused is told of with its place; the others count, those after
 * it only where `ordered` is false.
 */
export function runStatements<Statement, Result>(
  statements: readonly Statement[],
  command: Document,
  run: (statement: Statement) => Result,
): Outcome<Result> {
  const outcome: Outcome<Result> = { results: [], errors: [] }
  const isOrdered = !command.has('ordered') || flagAt(command, 'ordered')
  for (const [index, statement] of statements.entries()) {
    try {
      outcome.results.push({ index, result: run(statement) })
    } catch (error) {
      if (!(error instanceof CommandError)) throw error
      outcome.errors.push(writeError(index, error))
      if (isOrdered) return outcome
    }
  }
  return outcome
}

function writeError(index: number, error: CommandError): Map<string, Encodable> {
  const { errmsg, code, ...others } = Object.fromEntries(errorFields(error))
  return replyOf({ index, code, ...others, codeName: undefined, errmsg })
}

export function writeReply(
  count: number,
  { errors }: Outcome<unknown>,
  others: Record<string, Encodable | undefined> = {},
): Reply {
  return replyOf({ n: count, ...others, writeErrors: errors.length > 0 ? errors : undefined })
}
