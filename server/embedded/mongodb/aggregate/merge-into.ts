import { Undefined } from '../bson/deprecated.ts'
import { typeOf } from '../bson/types.ts'
import { isDocument, type Document, type Found } from '../bson/value.ts'
import { refuse } from '../errors.ts'

/** Adds a document's fields to another; what is null or missing adds nothing. */
export function mergeInto(merged: Document, value: Found): void {
  if (value === undefined || value === null || value instanceof Undefined) return
  if (!isDocument(value))
    refuse(40400, `$mergeObjects requires object inputs, but input is of type ${typeOf(value)}`)
  for (const [name, inner] of value) merged.set(name, inner)
}
