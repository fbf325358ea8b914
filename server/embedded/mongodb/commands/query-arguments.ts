import { equals } from '../bson/compare.ts'
import type { Document, Found } from '../bson/value.ts'
import { isDocument } from '../bson/value.ts'
import { compileFilter } from '../query/filter.ts'
import { textOrder } from '../query/collation.ts'
import { parseSort } from '../query/sort.ts'
import type { Collection } from '../collections/model.ts'
import { type Query, queryOf } from '../collections/find.ts'
import { refuse } from '../errors.ts'
import { countAt, documentAt } from './arguments.ts'

/** The query that a command states under these names. */
export function queryAt(command: Document, filter: string): Query {
  const texts = textOrder(documentAt(command, 'collation'))
  const condition = compileFilter(documentAt(command, filter) ?? new Map(), { texts })
  return queryOf(condition, {
    texts,
    sort: parseSort(documentAt(command, 'sort') ?? new Map()),
    skip: countAt(command, 'skip') ?? 0,
    limit: countAt(command, 'limit') ?? 0,
  })
}

/** A hint changes no answer here, but it must name an index that there is. */
export function checkHint(command: Document, collection: Collection | undefined): void {
  const hint = command.get('hint')
  if (hint === undefined || !collection || (isDocument(hint) && hint.size === 0)) return
  if (isDocument(hint) && hint.has('$natural')) return void parseSort(hint)
  const isKnown = collection.indexes.some(
    ({ name, specification }) => name === hint || isSameKey(hint, specification.get('key')),
  )
  if (!isKnown)
    refuse('BadValue', 'error processing query: hint provided does not correspond to an existing index')
}

function isSameKey(hint: Found, key: Found): boolean {
  return isDocument(hint) && equals(hint, key)
}
