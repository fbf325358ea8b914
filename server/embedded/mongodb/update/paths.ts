import { describeFields } from '../bson/describe.ts'
import { isDocument, type Document, type Found, type Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import { arrayIndex } from '../query/path.ts'

/** Padding an array with more nulls than this is taken for a mistake, as in MongoDB. */
const mostPadding = 1_500_000

/** Changes one field in place. `undefined` removes it. */
export interface Change {
  /** What becomes of a field that is missing: it is made, or stays missing where it could be made, or anyway. */
  missing: 'made' | 'left' | 'ignored'
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
  if (at === path.length - 1) return changeLeaf(container, path, old, change)
  if (isDocument(old) || Array.isArray(old)) return changeField(old, path, change, at + 1)
  if (change.missing !== 'made') return refuseUnviable(container, path, at, old, change)
  if (old !== undefined) refuseElement(path[at + 1] as string, segment, old)
  const created: Document = new Map()
  changeField(created, path, change, at + 1)
  setField(container, path, at, created)
}

function changeLeaf(
  container: Document | Value[],
  path: readonly string[],
  old: Found,
  change: Change,
): void {
  const at = path.length - 1
  if (old === undefined && change.missing !== 'made')
    return refuseUnviable(container, path, at, undefined, change)
  const next = change.apply(old)
  if (next !== undefined) setField(container, path, at, next)
  else removeField(container, path[at] as string)
}

/** Refuses a path that no document could be made to have, where the change minds that. */
function refuseUnviable(
  container: Document | Value[],
  path: readonly string[],
  at: number,
  old: Found,
  { missing }: Change,
): void {
  if (missing === 'ignored') return
  if (old !== undefined) refuseTraversal(path, at, old)
  if (Array.isArray(container) && arrayIndex(path[at]) === undefined) refuseTraversal(path, at - 1, container)
}

function refuseTraversal(path: readonly string[], at: number, value: Value): never {
  const part = path[at] as string
  return refuse(
    'PathNotViable',
    `Cannot use the part (${part}) of (${path.join('.')}) to traverse the element (${element(part, value)})`,
  )
}

export function fieldOf(container: Document | Value[], segment: string): Found {
  if (isDocument(container)) return container.get(segment)
  const index = arrayIndex(segment)
  return index === undefined ? undefined : container[index]
}

function setField(container: Document | Value[], path: readonly string[], at: number, value: Value): void {
  const segment = path[at] as string
  if (isDocument(container)) return void container.set(segment, value)
  const index = arrayIndex(segment) ?? refuseElement(segment, path[at - 1] ?? '', container)
  if (index - container.length > mostPadding)
    refuse('CannotBackfillArray', `can't backfill more than ${mostPadding} elements`)
  while (container.length < index) container.push(null)
  container[index] = value
}

/** An element that is removed leaves null, so that the others keep their places. */
function removeField(container: Document | Value[], segment: string): void {
  if (isDocument(container)) return void container.delete(segment)
  const index = arrayIndex(segment)
  if (index !== undefined && index < container.length) container[index] = null
}

function refuseElement(name: string, above: string, value: Value): never {
  return refuse('PathNotViable', `Cannot create field '${name}' in element ${element(above, value)}`)
}

function element(name: string, value: Value): string {
  return describeFields(new Map([[name, value]])).replace(/^\{ (.*) \}$/s, '{$1}')
}
