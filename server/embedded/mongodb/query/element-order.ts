import { compare, type TextOrder } from '../bson/compare.ts'
import { isDocument, type Found, type Value } from '../bson/value.ts'
import { arrayIndex, pathOf } from './path.ts'

/**
 * The order of an array's elements by a field of theirs. An array in the field is compared as a whole; a missing
 * field and an element without fields as null.
 */
export function byElementField(
  path: string,
  direction: number,
  texts: TextOrder | undefined,
): (a: Value, b: Value) => number {
  const segments = pathOf(path)
  const keyOf = (element: Value) => (isDocument(element) ? segments.reduce<Found>(step, element) : undefined)
  return (a, b) => compare(keyOf(a), keyOf(b), texts) * direction
}

function step(value: Found, segment: string): Found {
  if (isDocument(value)) return value.get(segment)
  return Array.isArray(value) ? value[arrayIndex(segment) ?? -1] : undefined
}
