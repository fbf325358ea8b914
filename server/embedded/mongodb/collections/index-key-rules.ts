import { describe } from '../bson/describe.ts'
import { isNumeric, toDouble } from '../bson/numbers.ts'
import type { Document, Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'

const kinds = new Set(['text', '2d', '2dsphere', 'hashed', 'columnstore', 'wildcard'])
const mostFields = 32

/** Refuses keys that MongoDB refuses, and kinds of index that are not here. Gives whether it is the key of `_id`. */
export function checkKey(key: Document): boolean {
  if (key.size === 0) refuse('CannotCreateIndex', 'Index keys cannot be an empty object.')
  if (key.size > mostFields)
    refuse('CannotCreateIndex', `An index may have no more than ${mostFields} fields`)
  for (const [name, direction] of key) {
    checkDirection(name, direction)
    checkPath(name)
  }
  const id = key.size === 1 ? key.get('_id') : undefined
  if (id === undefined) return false
  if (toDouble(id as number) === 1) return true
  if (toDouble(id as number) === -1)
    refuse('BadValue', `The field 'key' for an _id index must be {_id: 1}, but got ${describe(key)}`)
  return false
}

function checkPath(name: string): void {
  const path = name.split('.')
  if (path.includes('$**')) refuse('CommandNotSupported', 'Wildcard indexes are not supported')
  if (path.includes('')) refuse('CannotCreateIndex', 'Index keys cannot contain an empty field.')
  path.forEach((segment, at) => {
    const isReference = at > 0 && ['$ref', '$id', '$db'].includes(segment)
    if (segment.startsWith('$') && !isReference)
      refuse('CannotCreateIndex', "Index key contains an illegal field name: field name starts with '$'.")
  })
}

function checkDirection(name: string, direction: Value): void {
  if (typeof direction === 'string') {
    if (kinds.has(direction)) refuse('CommandNotSupported', `The index kind '${direction}' is not supported`)
    refuse('CannotCreateIndex', `Unknown index plugin '${direction}'`)
  }
  const number = isNumeric(direction) ? toDouble(direction) : 0
  if (!number)
    refuse(
      'CannotCreateIndex',
      `Values in v:2 index key pattern must be numbers other than 0: ${name}: ${describe(direction)}`,
    )
}
