import { Undefined } from '../bson/deprecated.ts'
import { isDocument, type Document, type Found, type Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import { arrayIndex, type Path } from './path.ts'

export interface PathField {
  name: string
  path: Path
}

/** A missing field. */
export const missing = Symbol('missing')
type Part = Found | typeof missing

/** What an empty array leaves, as in MongoDB. */
const nothing = new Undefined()

/**
 * What a document has in several fields, once for each element of the array that they share, as MongoDB indexes it
 * and sorts by it; `refuseParallel` is told the second field that has another array. Says in `multikey` which
 * fields have one.
 */
export function combinations(
  fields: readonly PathField[],
  document: Document,
  refuseParallel: (name: string) => never,
  multikey: boolean[] = [],
): Iterable<Part[]> {
  const places = fields.map((field): Place => walk(document, field, 0))
  return expanded({ fields, refuseParallel, multikey }, places)
}

interface Expanding {
  fields: readonly PathField[]
  refuseParallel: (name: string) => never
  multikey: boolean[]
}

/** How far a path was followed: to its end, to nothing, or to an array (`at` segments are used up). */
interface Place {
  value: Part
  at: number
  array: Value[] | undefined
}

function walk(from: Part, field: PathField, start: number): Place {
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
function walkArray(array: Value[], field: PathField, at: number): Place {
  const segment = field.path[at]
  const index = arrayIndex(segment)
  if (index === undefined) return { value: array, at, array }
  if (array.some((element) => isDocument(element) && element.has(segment as string)))
    refuse(16746, `Ambiguous field name found in array (do not use numeric field names): '${field.name}'`)
  return walk(partOf(array[index]), field, at + 1)
}

function* expanded(expanding: Expanding, places: readonly Place[]): Iterable<Part[]> {
  const array = places.find((place) => place.array)?.array
  if (!array) {
    yield places.map((place) => place.value)
    return
  }
  const { fields, refuseParallel, multikey } = expanding
  places.forEach((place, index) => {
    if (place.array && place.array !== array) refuseParallel(fields[index]?.name ?? '')
    if (place.array) multikey[index] = true
  })
  for (const element of array.length === 0 ? [nothing] : array)
    yield* expanded(
      expanding,
      places.map((place, index) => within(place, element, fields[index] as PathField)),
    )
}

/** Where a path that stopped at the array stands for one of its elements. */
function within(place: Place, element: Found, field: PathField): Place {
  if (!place.array) return place
  if (place.at === field.path.length) return { value: element, at: place.at, array: undefined }
  return walk(isDocument(element) ? element : missing, field, place.at)
}
