import { describeFields } from '../bson/describe.ts'
import { isDocument, type Document, type Found, type Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import type { Condition } from '../query/condition.ts'
import { matchedPosition } from '../query/matched-position.ts'
import type { ArrayFilters } from './array-filters.ts'
import { fieldOf } from './paths.ts'
import { isArrayPosition } from './update-path.ts'

/** What `$`, `$[]` and `$[name]` are resolved by. */
export interface Positions {
  query: Condition | undefined
  filters: ArrayFilters
}

/** The paths that a path with positional segments stands for in this document. */
export function resolvePositions(
  document: Document,
  path: readonly string[],
  positions: Positions,
): string[][] {
  return resolve({ document, positions }, [...path], 0, document)
}

interface Search {
  document: Document
  positions: Positions
}

function resolve(search: Search, path: string[], at: number, value: Found): string[][] {
  const segment = path[at]
  if (segment === undefined) return [path]
  if (segment === '$') return resolve(search, path.with(at, positionMatched(search, path, at)), at, value)
  if (isArrayPosition(segment)) return resolveElements(search, path, at, arrayAt(path, at, value))
  return resolve(search, path, at + 1, within(value, segment))
}

function within(value: Found, segment: string): Found {
  return isDocument(value) || Array.isArray(value) ? fieldOf(value, segment) : undefined
}

function arrayAt(path: readonly string[], at: number, value: Found): Value[] {
  if (Array.isArray(value)) return value
  if (value === undefined)
    refuse(
      'BadValue',
      `The path '${path.slice(0, at).join('.')}' must exist in the document in order to apply array updates.`,
    )
  const element = describeFields(new Map([[path[at - 1] ?? '', value]]))
  return refuse('BadValue', `Cannot apply array updates to non-array element ${element.slice(2, -2)}`)
}

function resolveElements(search: Search, path: string[], at: number, array: Value[]): string[][] {
  const filter = search.positions.filters.get((path[at] as string).slice(2, -1))
  const name = (path[at] as string).slice(2, -1)
  return array.flatMap((element, index) => {
    if (filter && !filter.matches(new Map([[name, element]]))) return []
    return resolve(search, path.with(at, String(index)), at + 1, element)
  })
}

/** The place of the element that the query matched; the document need not have an array there. */
function positionMatched({ document, positions }: Search, path: readonly string[], at: number): string {
  const { query } = positions
  const position = query && matchedPosition(document, path.slice(0, at).join('.'), query)
  if (position === undefined)
    refuse('BadValue', 'The positional operator did not find the match needed from the query.')
  return String(position)
}
