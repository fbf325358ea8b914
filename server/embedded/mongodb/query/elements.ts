import { isDocument, type Document, type Found, type Value } from '../bson/value.ts'
import { arrayIndex } from './path.ts'

/**
 * What `distinct` finds at a path: of an array its elements, through arrays on the way each document of them, or
 * only one element where the path names its place.
 */
export function valuesAt(document: Document, path: readonly string[], at = 0): Value[] {
  const value = document.get(path[at] as string)
  if (at === path.length - 1) return leavesOf(value)
  if (isDocument(value)) return valuesAt(value, path, at + 1)
  return Array.isArray(value) ? valuesWithin(value, path, at + 1) : []
}

function leavesOf(value: Found): Value[] {
  if (value === undefined) return []
  return Array.isArray(value) ? value : [value]
}

function valuesWithin(array: readonly Value[], path: readonly string[], at: number): Value[] {
  if (/^\d+$/.test(path[at] as string)) return valuesInPlace(array, path, at)
  return array.flatMap((element) => (isDocument(element) ? valuesAt(element, path, at) : []))
}

function valuesInPlace(array: readonly Value[], path: readonly string[], at: number): Value[] {
  const element = array[arrayIndex(path[at]) ?? -1]
  if (at === path.length - 1) return leavesOf(element)
  if (isDocument(element)) return valuesAt(element, path, at + 1)
  return Array.isArray(element) ? valuesWithin(element, path, at + 1) : []
}
