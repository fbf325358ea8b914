import { compare } from '../bson/compare.ts'
import { encode } from '../bson/encode.ts'
import { copy, type Document, type Found, type Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import type { Update } from './update.ts'

/**
 * A document's `_id` never changes, by whatever means; it stands first. Where `exactly`, it may not be set to an
 * equal value of another type either.
 */
export function keepingId(apply: Update, exactly: boolean): Update {
  return (document, occasion) => {
    const id = copy(document.get('_id'))
    const updated = apply(document, occasion)
    if (id === undefined) return withIdFirst(updated)
    const next = updated.get('_id')
    if (next === undefined && !exactly) return new Map<string, Value>([['_id', id], ...updated])
    if (!isSame(id, next, exactly)) refuseChange(next)
    return withIdFirst(updated)
  }
}

function isSame(id: Value, next: Found, exactly: boolean): boolean {
  if (id === next) return true
  if (next === undefined || compare(id, next) !== 0) return false
  return !exactly || encode(new Map([['', id]])).equals(encode(new Map([['', next]])))
}

function refuseChange(next: Found): never {
  return refuse(
    'ImmutableField',
    next === undefined
      ? "Performing an update on the path '_id' would modify the immutable field '_id'"
      : "After applying the update, the (immutable) field '_id' was found to have been altered",
  )
}

function withIdFirst(document: Document): Document {
  const id = document.get('_id')
  if (id === undefined || document.keys().next().value === '_id') return document
  return new Map([['_id', id], ...document])
}
