import type { Encodable } from '../bson/encode.ts'
import type { Document } from '../bson/value.ts'
import { CommandError } from '../errors.ts'
import { errorFields } from './dispatch.ts'
import { type Reply, replyOf } from './request.ts'

export interface Outcome<Result> {
  results: { index: number; result: Result }[]
  errors: Map<string, Encodable>[]
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
  for (const [index, statement] of statements.entries()) {
    try {
      outcome.results.push({ index, result: run(statement) })
    } catch (error) {
      if (!(error instanceof CommandError)) throw error
      outcome.errors.push(writeError(index, error))
      if (command.get('ordered') !== false) return outcome
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
