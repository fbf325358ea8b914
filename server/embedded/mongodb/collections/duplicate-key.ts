import { describe } from '../bson/describe.ts'
import type { Document, Found } from '../bson/value.ts'
import { CommandError } from '../errors.ts'
import type { Collection, Index } from './model.ts'

/** MongoDB's error for a unique key that is taken, in its words: clients read the index and key from them. */
export function duplicateKey(collection: Collection, index: Index, values: readonly Found[]): CommandError {
  const keyValue: Document = new Map()
  index.fields.forEach(({ name }, at) => keyValue.set(name, values[at] ?? null))
  const collation = index.specification.get('collation')
  const place = `collection: ${collection.namespace} index: ${index.name}${collation ? ` collation: ${describe(collation)}` : ''}`
  const message = `E11000 duplicate key error ${place} dup key: ${describe(keyValue)}`
  const keyPattern = index.specification.get('key')
  return new CommandError(
    'DuplicateKey',
    message,
    new Map<string, unknown>([
      ['keyPattern', keyPattern],
      ['keyValue', keyValue],
    ]),
  )
}
