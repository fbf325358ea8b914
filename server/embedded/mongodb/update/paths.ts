import { describe } from '../bson/describe.ts'
import { isDocument, type Document, type Found, type Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import { arrayIndex } from '../query/path.ts'

/** Padding an array with more nulls than this is taken for a mistake, as in MongoDB. */
const mostPadding = 1_500_000

/** Changes one field in place; where `creates` is false a missing one stays missing. `undefined` removes it. */
export interface Change {
  creates: boolean
  apply(old: Found): Found
}

export function changeField(
  container: Document | Value[],
  path: readonly string[],
  change: Change,
  at = 0,
): void {
  const segment = path[at] as string
  const old = fieldOf(container, segment)
  if (at === path.length - 1) return changeLeaf(container, segment, old, change, path)
  if (isDocument(old) || Array.isArray(old)) return changeField(old, path, change, at + 1)
  if (!change.creates) return
  if (old !== undefined) refuseElement(path, at, old)
  const created: Document = new Map()
  changeField(created, path, change, at + 1)
  setField(container, segment, created, path)
}

function changeLeaf(
  container: Document | Value[],
  segment: string,
  old: Found,
  change: Change,
  path: readonly string[],
): void {
  if (old === undefined && !change.creates) return
  const next = change.apply(old)
  if (next !== undefined) setField(container, segment, next, path)
  else removeField(container, segment)
}

export function fieldOf(container: Document | Value[], segment: string): Found {
  if (isDocument(container)) return container.get(segment)
  const index = arrayIndex(segment)
  return index === undefined ? undefined : container[index]
}

function setField(
  container: Document | Value[],
  segment: string,
  value: Value,
  path: readonly string[],
): void {
  if (isDocument(container)) return void container.set(segment, value)
  const index = arrayIndex(segment)
  if (index === undefined)
    refuse(
      'PathNotViable',
      `Cannot create field '${segment}' in element {${path[path.indexOf(segment) - 1]}: ${describe(container)}}`,
    )
  if (index - container.length > mostPadding) refuse('BadValue', "can't backfill more than 1500000 elements")
  while (container.length < index) container.push(null)
  container[index] = value
}

/** An element that is removed leaves null, so that the others keep their places. */
function removeField(container: Document | Value[], segment: string): void {
  if (isDocument(container)) return void container.delete(segment)
  const index = arrayIndex(segment)
  if (index !== undefined && index < container.length) container[index] = null
}

function refuseElement(path: readonly string[], at: number, old: Value): never {
  return refuse(
    'PathNotViable',
    `Cannot create field '${path[at + 1]}' in element {${path[at]}: ${describe(old)}}`,
  )
}
