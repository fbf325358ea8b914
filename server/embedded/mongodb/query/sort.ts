import { compare, type TextOrder } from '../bson/compare.ts'
import { integerOf } from '../bson/numbers.ts'
import { rankOf } from '../bson/types.ts'
import type { Document, Found, Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import { rootOf } from './condition.ts'
import { pathOf, some } from './path.ts'

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

/** What a document is sorted by: of an array its least value, or its greatest where the direction is down. */
export function sortKeyOf(document: Document, sort: readonly SortField[], texts?: TextOrder): SortKey {
  return sort.map((field) => extreme(document, field, texts))
}

function extreme(document: Document, { path, direction }: SortField, texts: TextOrder | undefined): Found {
  const segments = pathOf(path)
  let best: Found
  let found = false
  some(document, segments, false, (leaf) => {
    for (const value of candidatesOf(leaf)) {
      if (!found || compareKeys(value, best, texts) * direction < 0) best = value
      found = true
    }
    return false
  })
  return found ? best : null
}

/** An empty array stands before null; here it is `undefined`, as in an index key. */
function candidatesOf(leaf: Found): readonly Found[] {
  if (!Array.isArray(leaf)) return [leaf ?? null]
  return leaf.length === 0 ? [undefined] : leaf
}

function compareKeys(a: Found, b: Found, texts: TextOrder | undefined): number {
  if (a === undefined || b === undefined) return rankOfKey(a) - rankOfKey(b)
  return compare(a, b, texts)
}

function rankOfKey(key: Found): number {
  return key === undefined ? 0 : rankOf(key)
}

export function compareSortKeys(
  a: SortKey,
  b: SortKey,
  sort: readonly SortField[],
  texts?: TextOrder,
): number {
  for (let at = 0; at < sort.length; at++) {
    const order = compareKeys(a[at], b[at], texts) * (sort[at] as SortField).direction
    if (order !== 0) return order
  }
  return 0
}

export function sortRoots(sort: readonly SortField[]): ReadonlySet<string> {
  return new Set(sort.map(({ path }) => rootOf(path)))
}
