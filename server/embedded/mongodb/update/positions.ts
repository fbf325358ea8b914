import { isDocument, type Document, type Found, type Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import type { Condition } from '../query/condition.ts'
import { compileFilter } from '../query/filter.ts'
import { fieldOf } from './paths.ts'
import { matchedPosition } from './matched-position.ts'

/** Conditions of `arrayFilters` by the name that stands in `$[name]`. */
export type ArrayFilters = ReadonlyMap<string, Condition>

export function parseArrayFilters(filters: readonly Value[]): ArrayFilters {
  const parsed = new Map<string, Condition>()
  for (const filter of filters) {
    const name = isDocument(filter) ? nameOf(filter) : undefined
    if (!name)
      refuse(
        'FailedToParse',
        'Each array filter must name one identifier that begins with a lowercase letter',
      )
    if (parsed.has(name))
      refuse('FailedToParse', `Found multiple array filters with the same top-level field name ${name}`)
    parsed.set(name, compileFilter(filter as Document))
  }
  return parsed
}

/** The one name that all conditions of a filter begin with. */
function nameOf(filter: Document): string | undefined {
  const names = new Set([...filter].flatMap(([path, value]) => namesIn(path, value)))
  const [name] = names
  return names.size === 1 && name && /^[a-z][a-zA-Z0-9]*$/.test(name) ? name : undefined
}

function namesIn(path: string, value: Value): (string | undefined)[] {
  if (!path.startsWith('$')) return [path.split('.')[0]]
  return Array.isArray(value)
    ? value.map((part) => (isDocument(part) ? nameOf(part) : undefined))
    : [undefined]
}

/** What `$`, `$[]` and `$[name]` are resolved by. */
export interface Positions {
  query: Condition | undefined
  filters: ArrayFilters
}

/** The paths that a path with positional segments stands for in this document. */
export function resolvePositions(document: Document, path: string, positions: Positions): string[][] {
  return resolve(document, path.split('.'), 0, positions, document)
}

function resolve(
  document: Document,
  path: string[],
  at: number,
  positions: Positions,
  value: Found,
): string[][] {
  const segment = path[at]
  if (segment === undefined) return [path]
  if (!segment.startsWith('$')) {
    const inner = isDocument(value) || Array.isArray(value) ? fieldOf(value, segment) : undefined
    return resolve(document, path, at + 1, positions, inner)
  }
  if (!Array.isArray(value)) return refuseNoArray(path, at, segment)
  return indexesOf(document, path.slice(0, at), segment, positions, value).flatMap((index) =>
    resolve(document, path.with(at, String(index)), at + 1, positions, value[index]),
  )
}

function refuseNoArray(path: string[], at: number, segment: string): never {
  const before = path.slice(0, at).join('.')
  if (segment === '$')
    refuse('BadValue', 'The positional operator did not find the match needed from the query.')
  return refuse(
    'BadValue',
    `The path '${before}' must exist in the document in order to apply array updates.`,
  )
}

function indexesOf(
  document: Document,
  before: string[],
  segment: string,
  positions: Positions,
  array: Value[],
): number[] {
  if (segment === '$') return [positionMatched(document, before.join('.'), positions)]
  const everywhere = [...array.keys()]
  if (segment === '$[]') return everywhere
  const name = segment.slice(2, -1)
  const filter = positions.filters.get(name)
  if (!filter)
    refuse(
      'BadValue',
      `No array filter found for identifier '${name}' in path '${before.join('.')}.${segment}'`,
    )
  return everywhere.filter((index) => filter.matches(new Map([[name, array[index] as Value]])))
}

function positionMatched(document: Document, array: string, { query }: Positions): number {
  const position = query && matchedPosition(document, array, query)
  return (
    position ?? refuse('BadValue', 'The positional operator did not find the match needed from the query.')
  )
}
