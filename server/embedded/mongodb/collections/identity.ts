import { BSONRegExp, ObjectId } from 'bson'
import { Undefined } from '../bson/deprecated.ts'
import { typeOf } from '../bson/types.ts'
import { isDocument, type Document, type Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import { withTimestamps } from '../bson/timestamps.ts'

/** The document as an insert stores it: with its `_id` first, and the time in empty timestamps. */
export function storable(document: Document): Document {
  return withId(withTimestamps(document))
}

/** The document with its `_id` first, a new one where it has none. */
export function withId(document: Document): Document {
  const id = document.get('_id')
  if (id === undefined) return new Map<string, Value>([['_id', new ObjectId()], ...document])
  refuseId(id)
  const [first] = document.keys()
  return first === '_id' ? document : new Map([['_id', id], ...document])
}

/** Refuses what no `_id` may be. */
export function refuseId(id: Value): void {
  if (Array.isArray(id) || id instanceof BSONRegExp || id instanceof Undefined)
    refuse('InvalidIdField', `The '_id' value cannot be of type ${typeOf(id)}`)
  if (isDocument(id)) refuseDollars(id)
}

const ofReference = new Set(['$ref', '$id', '$db'])

function refuseDollars(id: Document): void {
  for (const [name, value] of id) {
    if (name.startsWith('$') && !ofReference.has(name))
      refuse(
        'DollarPrefixedFieldName',
        `_id fields may not contain '$'-prefixed fields: The dollar ($) prefixed field '${name}' is not valid for storage.`,
      )
    if (isDocument(value)) refuseDollars(value)
  }
}
