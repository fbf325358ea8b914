import { integerOf } from '../bson/numbers.ts'
import type { Document, Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import { arrayAt, flagAt, checkNamespace } from './arguments.ts'
import { checkStatement, type StatementShape } from './statements.ts'

const shapes: Record<string, StatementShape> = {
  insert: {
    name: 'BulkWriteInsertOp',
    needed: ['document'],
    documents: ['document'],
    flags: [],
    others: ['insert'],
  },
  update: {
    name: 'BulkWriteUpdateOp',
    needed: ['filter', 'updateMods'],
    documents: ['filter', 'collation', 'constants', 'sort'],
    flags: ['multi', 'upsert'],
    others: ['update', 'updateMods', 'arrayFilters', 'hint'],
  },
  delete: {
    name: 'BulkWriteDeleteOp',
    needed: ['filter'],
    documents: ['filter', 'collation'],
    flags: ['multi'],
    others: ['delete', 'hint'],
  },
}

/** Refuses what is no operation of a bulk write, or names no namespace of it. */
export function checkOperation(operation: Document, namespaces: readonly string[]): void {
  const [kind, place] = (operation.entries().next().value ?? ['', null]) as [string, Value]
  const shape = Object.hasOwn(shapes, kind) ? shapes[kind] : undefined
  if (!shape) return refuse('FailedToParse', `Unrecognized bulkWrite operation '${kind}'`)
  checkStatement(operation, shape)
  arrayAt(operation, 'arrayFilters')
  const namespace = namespaces[integerOf(place) ?? -1]
  if (namespace === undefined)
    refuse('BadValue', `BulkWrite ops entry has an invalid nsInfo index: ${String(place)}`)
  checkNamespace(namespace)
}

/** The operation as a statement of `update`. */
export function bulkUpdate(operation: Document): Document {
  return renamed(operation, { filter: 'q', updateMods: 'u', constants: 'c' }, 'update')
}

/** The operation as a statement of `delete`. */
export function bulkDeletion(operation: Document): Document {
  const statement = renamed(operation, { filter: 'q' }, 'delete')
  statement.set('limit', flagAt(operation, 'multi') ? 0 : 1)
  statement.delete('multi')
  return statement
}

function renamed(operation: Document, names: Record<string, string>, without: string): Document {
  return new Map(
    [...operation].filter(([name]) => name !== without).map(([name, value]) => [names[name] ?? name, value]),
  )
}
