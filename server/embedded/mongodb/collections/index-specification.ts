import { describe } from '../bson/describe.ts'
import { isNumeric, toDouble } from '../bson/numbers.ts'
import { isDocument, type Document, type Found, type Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import { compileFilter } from '../query/filter.ts'
import { isTruthy } from '../query/operators.ts'
import { pathOf } from '../query/path.ts'
import type { Index, IndexField } from './model.ts'

const known = new Set(
  'v key name ns unique sparse background hidden partialFilterExpression expireAfterSeconds collation'.split(
    ' ',
  ),
)

/** The index that a specification asks for. Refuses kinds and options that would not be kept to. */
export function indexOf(specification: Document, number: number): Index {
  for (const option of specification.keys()) if (!known.has(option)) refuseOption(option)
  const fields = fieldsOf(specification.get('key'))
  const filter = filterOf(specification.get('partialFilterExpression'))
  const sparse = isTruthy(specification.get('sparse'))
  if (filter && sparse)
    refuse('CannotCreateIndex', 'cannot mix "partialFilterExpression" and "sparse" options')
  refuseCollation(specification.get('collation'))
  return {
    number,
    name: specification.get('name') as string,
    specification,
    fields,
    unique: isTruthy(specification.get('unique')) || isIdKey(fields),
    sparse,
    filter,
    expireAfterSeconds: expiryOf(specification.get('expireAfterSeconds'), fields),
    multikey: fields.map(() => false),
    sorts: true,
  }
}

export function isIdKey(fields: readonly IndexField[]): boolean {
  return fields.length === 1 && fields[0]?.name === '_id'
}

function refuseOption(option: string): never {
  return refuse('CommandNotSupported', `The index option '${option}' is not supported`)
}

function refuseCollation(collation: Found): void {
  if (collation === undefined || (isDocument(collation) && collation.get('locale') === 'simple')) return
  refuse('CommandNotSupported', 'An index with a collation is not supported')
}

function fieldsOf(key: Found): IndexField[] {
  if (!isDocument(key)) refuse('TypeMismatch', "The field 'key' must be an object")
  if (key.size === 0) refuse('CannotCreateIndex', 'Index keys cannot be an empty object')
  return [...key].map(([name, direction]) => ({
    name,
    path: segmentsOf(name),
    direction: directionOf(name, direction),
  }))
}

function segmentsOf(name: string): readonly string[] {
  const path = pathOf(name)
  if (path.includes('')) refuse('CannotCreateIndex', 'Index keys cannot contain an empty field.')
  if (path.includes('$**')) refuse('CommandNotSupported', 'Wildcard indexes are not supported')
  if (path.some((segment) => segment.startsWith('$')))
    refuse('CannotCreateIndex', "Index key contains an illegal field name: field name starts with '$'.")
  return path
}

function directionOf(name: string, direction: Value): 1 | -1 {
  if (typeof direction === 'string')
    refuse('CommandNotSupported', `The index kind '${direction}' is not supported`)
  const number = isNumeric(direction) ? toDouble(direction) : 0
  if (!number)
    refuse(
      'CannotCreateIndex',
      `Values in v:2 index key pattern must be numbers other than 0: ${name}: ${describe(direction)}`,
    )
  return number > 0 ? 1 : -1
}

function filterOf(expression: Found) {
  if (expression === undefined) return undefined
  if (!isDocument(expression)) refuse('TypeMismatch', "The field 'partialFilterExpression' must be an object")
  return compileFilter(expression)
}

function expiryOf(seconds: Found, fields: readonly IndexField[]): number | undefined {
  if (seconds === undefined) return undefined
  if (!isNumeric(seconds) || toDouble(seconds) < 0 || toDouble(seconds) > 2 ** 31 - 1)
    refuse('CannotCreateIndex', 'TTL index option expireAfterSeconds must be within an acceptable range')
  if (fields.length !== 1 || isIdKey(fields))
    refuse('CannotCreateIndex', 'TTL indexes are single-field indexes on another field than _id')
  return toDouble(seconds)
}
