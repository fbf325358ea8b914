import { equals } from '../bson/compare.ts'
import { isDocument, type Document } from '../bson/value.ts'
import type { Collection, Index } from '../collections/model.ts'
import { type Query, queryOf } from '../collections/find.ts'
import { refuse } from '../errors.ts'
import type { Context } from '../query/context.ts'
import { compileFilter } from '../query/filter.ts'
import { parseSort } from '../query/sort.ts'
import { countAt, documentAt } from './arguments.ts'
import { contextOf } from './context.ts'

/** The query that a command states under these names. */
export function queryAt(command: Document, filter: string, context: Context = contextOf(command)): Query {
  const condition = compileFilter(documentAt(command, filter) ?? new Map(), context)
  return queryOf(condition, {
    texts: context.texts,
    sort: parseSort(documentAt(command, 'sort') ?? new Map()),
    skip: countAt(command, 'skip') ?? 0,
    limit: countAt(command, 'limit') ?? 0,
  })
}

/** A hint changes no answer here, but it must name an index that there is. */
export function checkHint(command: Document, collection: Collection | undefined): void {
  const hint = command.get('hint')
  if (hint !== undefined && typeof hint !== 'string' && !isDocument(hint))
    refuse('FailedToParse', 'Hint must be a string or an object')
  if (isDocument(hint) && hint.has('$natural')) return void parseSort(hint)
  if (collection) hintedIndex(command, collection)
}

/** The index that a command's hint names, if it has one. */
export function hintedIndex(command: Document, collection: Collection): Index | undefined {
  const hint = command.get('hint')
  if (hint === undefined || (isDocument(hint) && hint.size === 0)) return undefined
  const index = collection.indexes.find(
    ({ name, specification }) =>
      name === hint || (isDocument(hint) && equals(hint, specification.get('key'))),
  )
  return (
    index ??
    refuse('BadValue', 'error processing query: hint provided does not correspond to an existing index')
  )
}
