import { Undefined } from '../bson/deprecated.ts'
import { keyOf, type IndexKey } from '../bson/key.ts'
import { isDocument, type Document, type Found, type Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import { arrayIndex } from '../query/path.ts'
import type { Index, IndexField } from './model.ts'

/** What an empty array leaves, as in MongoDB. */
const nothing = new Undefined()

/** A missing field. */
const missing = Symbol('missing')
type Part = Found | typeof missing

export interface KeyedValues extends IndexKey {
  values: readonly Found[]
  /** Where text is placed by a collation: all the values that share the key, those in `values` among them. */
  alike: readonly (readonly Found[])[]
}

export interface DocumentKeys {
  /** One for each distinct combination of values, none where the index leaves the document out. */
  keys: ReadonlyMap<string, KeyedValues>
  multikey: readonly boolean[]
}

/** What the index holds of a document. Refuses a document with arrays in two fields, as MongoDB does. */
export function keysOf(index: Index, document: Document): DocumentKeys {
  const multikey = index.fields.map(() => false)
  const keys = new Map<string, KeyedValues>()
  if (index.filter && !index.filter.matches(document)) return { keys, multikey }
  const starts = index.fields.map((field): Place => walk(document, field, 0))
  const directions = index.fields.map(({ direction }) => direction)
  for (const parts of combinations(index.fields, starts, multikey)) {
    if (index.sparse && parts.every((part) => part === missing)) continue
    const values = parts.map((part) => (part === missing ? null : part))
    const key = keyOf(values, directions, index.texts)
    const name = key.bytes.toString('latin1')
    keys.set(name, {
      ...key,
      values,
      alike: index.texts ? [...(keys.get(name)?.alike ?? []), values] : [values],
    })
  }
  return { keys, multikey }
}

/** How far a path was followed: to its end, to nothing, or to an array (`at` segments are used up). */
interface Place {
  value: Part
  at: number
  array: Value[] | undefined
}

function walk(from: Part, field: IndexField, start: number): Place {
  let value = from
  let at = start
  for (; at < field.path.length && isDocument(value); at++)
    value = partOf(value.get(field.path[at] as string))
  if (Array.isArray(value)) return walkArray(value, field, at)
  return { value: at < field.path.length ? missing : value, at, array: undefined }
}

function partOf(value: Found): Part {
  return value === undefined ? missing : value
}

/** A number on the path names a place in the array; any other segment is looked for in each element. */
function walkArray(array: Value[], field: IndexField, at: number): Place {
  const segment = field.path[at]
  const index = arrayIndex(segment)
  if (index === undefined) return { value: array, at, array }
  if (array.some((element) => isDocument(element) && element.has(segment as string)))
    refuse(16746, `Ambiguous field name found in array (do not use numeric field names): '${field.name}'`)
  return walk(partOf(array[index]), field, at + 1)
}

function* combinations(
  fields: readonly IndexField[],
  places: readonly Place[],
  multikey: boolean[],
): Iterable<Part[]> {
  const array = places.find((place) => place.array)?.array
  if (!array) {
    yield places.map((place) => place.value)
    return
  }
  places.forEach((place, index) => {
    if (place.array && place.array !== array)
      refuse('CannotIndexParallelArrays', `cannot index parallel arrays [${fields[index]?.name}]`)
    if (place.array) multikey[index] = true
  })
  for (const element of array.length === 0 ? [nothing] : array)
    yield* combinations(
      fields,
      places.map((place, index) => within(place, element, fields[index] as IndexField)),
      multikey,
    )
}

/** Where a path that stopped at the array stands for one of its elements. */
function within(place: Place, element: Found, field: IndexField): Place {
  if (!place.array) return place
  if (place.at === field.path.length) return { value: element, at: place.at, array: undefined }
  return walk(isDocument(element) ? element : missing, field, place.at)
}
