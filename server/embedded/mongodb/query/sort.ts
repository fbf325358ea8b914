import { compare, type TextOrder } from '../bson/compare.ts'
import { integerOf } from '../bson/numbers.ts'
import type { Document, Found, Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import { combinations, missing } from './combinations.ts'
import { rootOf } from './condition.ts'
import { pathOf } from './path.ts'

export interface SortField {
  path: string
  direction: 1 | -1
}

/** The fields to sort by, the first first; `$natural` asks for the order in which documents lie, and so for none. */
export function parseSort(sort: Document): SortField[] {
  const fields = [...sort].map(([path, direction]) => ({ path, direction: directionOf(direction) }))
  for (const { path, direction } of fields) {
    if (path === '$natural' && (direction < 0 || fields.length > 1))
      refuse('CommandNotSupported', 'Only { $natural: 1 } is supported')
    if (path.startsWith('$') && path !== '$natural')
      refuse(16410, `FieldPath field names may not start with '$': ${path}`)
  }
  return fields.filter(({ path }) => path !== '$natural')
}

function directionOf(value: Value): 1 | -1 {
  if (value instanceof Map) refuse('CommandNotSupported', 'Sorting by $meta is not supported')
  const direction = integerOf(value)
  if (direction === 1 || direction === -1) return direction
  return refuse('BadValue', '$sort key ordering must be 1 (for ascending) or -1 (for descending)')
}

export type SortKey = readonly Found[]

/**
 * What a document is sorted by: where a field has an array, the first of all that its elements give, as the whole
 * sort orders them. Refuses a document with arrays in two fields, as MongoDB does.
 */
export function sortKeyOf(document: Document, sort: readonly SortField[], texts?: TextOrder): SortKey {
  const fields = sort.map(({ path }) => ({ name: path, path: pathOf(path) }))
  let best: SortKey | undefined
  for (const parts of combinations(fields, document, refuseParallel)) {
    const key = parts.map((part) => (part === missing ? null : part))
    if (!best || compareSortKeys(key, best, sort, texts) < 0) best = key
  }
  return best ?? []
}

function refuseParallel(): never {
  return refuse('BadValue', 'cannot sort with keys that are parallel arrays')
}

export function compareSortKeys(
  a: SortKey,
  b: SortKey,
  sort: readonly SortField[],
  texts?: TextOrder,
): number {
  for (let at = 0; at < sort.length; at++) {
    const order = compare(a[at], b[at], texts) * (sort[at] as SortField).direction
    if (order !== 0) return order
  }
  return 0
}

export function sortRoots(sort: readonly SortField[]): ReadonlySet<string> {
  return new Set(sort.map(({ path }) => rootOf(path)))
}
