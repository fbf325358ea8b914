import { isObject } from '../json.ts'
import type { Json } from '../json.ts'
import { emptySet, put } from './bitset.ts'
import type { Bitset } from './bitset.ts'
import { emptyNumbers, setNumbers } from './numbers.ts'
import type { NumberColumn } from './numbers.ts'
import { emptyStrings, setStrings } from './strings.ts'
import type { StringColumn } from './strings.ts'

/** What filters, facets and sorting know of one field. */
export type Column = {
  exists: Bitset
  nulls: Bitset
  empties: Bitset
  strings: StringColumn
  numbers: NumberColumn
}

export type Columns = Map<string, Column>

export function columnOf(columns: Columns, path: string): Column {
  const known = columns.get(path)
  if (known) return known
  const [strings, numbers] = [emptyStrings(), emptyNumbers()]
  const column = { exists: emptySet(), nulls: emptySet(), empties: emptySet(), strings, numbers }
  columns.set(path, column)
  return column
}

/** Says all that a document has in the field; only what differs from before is touched. */
export function setValues(column: Column, document: number, values: readonly Json[]): void {
  put(column.exists, document, values.length > 0)
  put(column.nulls, document, values.includes(null))
  put(column.empties, document, values.some(isEmpty))
  setStrings(column.strings, document, values.filter(isLabel).map(String))
  setNumbers(
    column.numbers,
    document,
    values.filter((value) => typeof value === 'number'),
  )
}

function isLabel(value: Json): boolean {
  return typeof value === 'string' || typeof value === 'boolean'
}

function isEmpty(value: Json): boolean {
  if (Array.isArray(value) || typeof value === 'string') return value.length === 0
  return isObject(value) && Object.keys(value).length === 0
}
