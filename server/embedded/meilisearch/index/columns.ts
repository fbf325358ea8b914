import { isObject } from '../json.ts'
import type { Json } from '../json.ts'
import { add, emptySet, remove } from './bitset.ts'
import type { Bitset } from './bitset.ts'
import { addNumber, emptyNumbers, removeNumbers } from './numbers.ts'
import type { NumberColumn } from './numbers.ts'
import { addString, emptyStrings, removeStrings } from './strings.ts'
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

export function addValue(column: Column, document: number, value: Json): void {
  add(column.exists, document)
  if (value === null) add(column.nulls, document)
  else if (isEmpty(value)) add(column.empties, document)
  if (typeof value === 'number') addNumber(column.numbers, document, value)
  else if (typeof value === 'string' || typeof value === 'boolean')
    addString(column.strings, document, String(value))
}

function isEmpty(value: Json): boolean {
  if (Array.isArray(value) || typeof value === 'string') return value.length === 0
  return isObject(value) && Object.keys(value).length === 0
}

export function removeValues(column: Column, document: number): void {
  remove(column.exists, document)
  remove(column.nulls, document)
  remove(column.empties, document)
  removeNumbers(column.numbers, document)
  removeStrings(column.strings, document)
}
