import { maxDepth } from '../bson/limits.ts'
import { isDocument, type Document, type Found, type Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'

/** The names of a dotted path. */
export function fieldPath(path: string): readonly string[] {
  if (path === '') refuse(16872, "'$' by itself is not a valid FieldPath")
  if (path.endsWith('.')) refuse(40353, "FieldPath must not end with a '.'.")
  const names = path.split('.')
  if (names.length > maxDepth) refuse('Overflow', 'FieldPath is too long')
  for (const name of names) checkFieldName(name)
  return names
}

const references = new Set(['$id', '$ref', '$db'])

/** Refuses what cannot name one field in an expression. */
export function checkFieldName(name: string): void {
  if (name === '') refuse(15998, 'FieldPath field names may not be empty strings.')
  if (name.startsWith('$') && !references.has(name))
    refuse(16410, `FieldPath field names may not start with '$'. Consider using $getField or $setField.`)
  if (name.includes('\0')) refuse(16411, 'FieldPath field names may not contain null bytes.')
  if (name.includes('.'))
    refuse(16412, `FieldPath field names may not contain '.'. Consider using $getField or $setField.`)
}

/**
 * What a field path of an expression gives: an array on the way gives the array of what its documents have, not
 * those of arrays within it.
 */
export function valueAt(value: Found, path: readonly string[], at = 0): Found {
  if (at === path.length) return value
  if (isDocument(value)) return valueAt(value.get(path[at] as string), path, at + 1)
  if (!Array.isArray(value)) return undefined
  return value.flatMap((element): Value[] => {
    const found = isDocument(element) ? valueAt(element, path, at) : undefined
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
