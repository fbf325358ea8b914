import type { Document, Found, Value } from '../bson/value.ts'

export type Path = readonly string[]

export function pathOf(name: string): Path {
  return name.split('.')
}

/** The position that a path segment names in an array, or `undefined`. */
export function arrayIndex(segment: string | undefined): number | undefined {
  return segment !== undefined && /^(0|[1-9]\d{0,8})$/.test(segment) ? Number(segment) : undefined
}

/**
 * Whether `test` holds for one of the values that the path leads to, as MongoDB walks it: through every document
 * of an array on the way, and with `expand` also into an array at the end, elements first, then the array itself.
 * A document without the field is asked with `undefined`.
 */
export function some(
  document: Document,
  path: Path,
  expand: boolean,
  test: (value: Found) => boolean,
  at = 0,
): boolean {
  const value = document.get(path[at] as string)
  if (at === path.length - 1) return atLeaf(value, expand, test)
  if (value instanceof Map) return some(value, path, expand, test, at + 1)
  if (Array.isArray(value)) return someElement(value, path, expand, test, at + 1)
  return test(undefined)
}

function atLeaf(value: Found, expand: boolean, test: (value: Found) => boolean): boolean {
  if (expand && Array.isArray(value) && value.some(test)) return true
  return test(value)
}

function someElement(
  array: readonly Value[],
  path: Path,
  expand: boolean,
  test: (value: Found) => boolean,
  at: number,
): boolean {
  const within = array.some((element) => element instanceof Map && some(element, path, expand, test, at))
  if (within) return true
  const index = arrayIndex(path[at])
  const element = index === undefined ? undefined : array[index]
  if (element === undefined) return false
  if (at === path.length - 1) return test(element)
  if (element instanceof Map) return some(element, path, expand, test, at + 1)
  return Array.isArray(element) && someElement(element, path, expand, test, at + 1)
}
