import { isDocument, type Document, type Found, type Value } from '../bson/value.ts'

/** What a field path of an expression gives: an array on the way gives the array of what its documents have. */
export function valueAt(value: Found, path: readonly string[], at = 0): Found {
  if (at === path.length) return value
  if (isDocument(value)) return valueAt(value.get(path[at] as string), path, at + 1)
  if (!Array.isArray(value)) return undefined
  return value.flatMap((element): Value[] => {
    const found = isDocument(element) || Array.isArray(element) ? valueAt(element, path, at) : undefined
    return found === undefined ? [] : [found]
  })
}

/**
 * Sets a field of a document that is already a copy at the top; what lies deeper is copied before it changes.
 * `undefined` removes the field; an array on the way has it set in each of its elements.
 */
export function setPath(document: Document, path: readonly string[], value: Found): void {
  const [name, ...rest] = path as [string, ...string[]]
  if (rest.length > 0) document.set(name, withPath(document.get(name), rest, value))
  else if (value === undefined) document.delete(name)
  else document.set(name, value)
}

function withPath(old: Found, path: readonly string[], value: Found): Value {
  if (Array.isArray(old)) return old.map((element) => withPath(element, path, value))
  const result: Document = isDocument(old) ? new Map(old) : new Map()
  setPath(result, path, value)
  return result
}
