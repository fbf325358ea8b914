import { isDocument, type Document, type Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import type { Condition } from '../query/condition.ts'
import type { Context } from '../query/context.ts'
import { compileFilter } from '../query/filter.ts'
import { isArrayPosition } from './update-path.ts'

/** Conditions of `arrayFilters` by the name that stands in `$[name]`. */
export type ArrayFilters = ReadonlyMap<string, Condition>

export function parseArrayFilters(filters: readonly Value[], context: Context): ArrayFilters {
  const parsed = new Map<string, Condition>()
  for (const filter of filters) {
    if (!isDocument(filter)) refuse('TypeMismatch', "Each element of 'arrayFilters' must be an object")
    const name = nameOf(filter)
    if (parsed.has(name))
      refuse('FailedToParse', `Found multiple array filters with the same top-level field name ${name}`)
    parsed.set(name, compileFilter(filter, { ...context, place: 'update' }))
  }
  return parsed
}

/** The one name that all conditions of a filter begin with. */
function nameOf(filter: Document): string {
  const [name, other] = new Set(namesIn(filter))
  if (name === undefined)
    refuse('FailedToParse', 'Cannot use an expression without a top-level field name in arrayFilters')
  if (other !== undefined)
    refuse(
      'FailedToParse',
      `Error parsing array filter :: caused by :: Expected a single top-level field name, found '${name}' and '${other}'`,
    )
  if (!/^[a-z][a-zA-Z0-9]*$/.test(name))
    refuse(
      'BadValue',
      `Error parsing array filter :: caused by :: The top-level field name must be an alphanumeric string beginning with a lowercase letter, found '${name}'`,
    )
  return name
}

function namesIn(filter: Document): string[] {
  return [...filter].flatMap(([path, value]) => {
    if (!path.startsWith('$')) return path.split('.', 1)
    return Array.isArray(value) ? value.flatMap((part) => (isDocument(part) ? namesIn(part) : [])) : []
  })
}

/** Refuses a `$[name]` without a filter, and a filter without a `$[name]`. */
export function refuseUnmatched(filters: ArrayFilters, paths: readonly (readonly string[])[]): void {
  const used = new Set<string>()
  for (const path of paths)
    for (const segment of path.filter(isArrayPosition)) {
      const name = segment.slice(2, -1)
      if (name !== '' && !filters.has(name))
        refuse('BadValue', `No array filter found for identifier '${name}' in path '${path.join('.')}'`)
      used.add(name)
    }
  for (const name of filters.keys())
    if (!used.has(name))
      refuse('FailedToParse', `The array filter for identifier '${name}' was not used in the update`)
}
