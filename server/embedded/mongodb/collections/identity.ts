import { BSONRegExp, ObjectId } from 'bson'
import type { Document, Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'

/** The document with its `_id` first, a new one where it has none. */
export function withId(document: Document): Document {
  const id = document.get('_id')
  if (id === undefined) return new Map<string, Value>([['_id', new ObjectId()], ...document])
  refuseId(id)
  const [first] = document.keys()
  return first === '_id' ? document : new Map([['_id', id], ...document])
}

/** Refuses what no `_id` may be (InvalidIdField, and a document with a name that begins with `$`). */
export function refuseId(id: Value): void {
  if (Array.isArray(id)) refuse(53, "The '_id' value cannot be of type array")
  if (id instanceof BSONRegExp) refuse(53, "The '_id' value cannot be of type regex")
  if (!(id instanceof Map)) return
  for (const name of id.keys())
    if (name.startsWith('$'))
      refuse(
        'DollarPrefixedFieldName',
        `_id fields may not contain '$'-prefixed fields: ${name} is not valid for storage.`,
      )
}
