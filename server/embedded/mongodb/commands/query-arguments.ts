import { isDocument, type Document, type Found } from '../bson/value.ts'
import { type Query, queryOf } from '../query/query.ts'
import { refuse } from '../errors.ts'
import type { Context } from '../query/context.ts'
import { compileFilter } from '../query/filter.ts'
import { parseSort } from '../query/sort.ts'
import { countAt, documentAt } from './arguments.ts'
import { contextOf } from './context.ts'

/** The query that a command states under these names. */
export function queryAt(command: Document, filter: string, context: Context = contextOf(command)): Query {
  const condition = compileFilter(documentAt(command, filter) ?? new Map(), context)
  const sort = documentAt(command, 'sort') ?? new Map()
  const natural = sort.size === 1 && sort.has('$natural')
  return queryOf(condition, {
    texts: context.texts,
    sort: natural ? [] : parseSort(sort),
    skip: countAt(command, 'skip') ?? 0,
    limit: countAt(command, 'limit') ?? 0,
    hint: hintAt(command) ?? (natural ? sort : undefined),
  })
}

function hintAt(command: Document): Found {
  const hint = command.get('hint')
  if (hint !== undefined && typeof hint !== 'string' && !isDocument(hint))
    refuse('FailedToParse', 'Hint must be a string or an object')
  return hint
}
