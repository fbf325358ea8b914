import { equals } from '../bson/compare.ts'
import { describe } from '../bson/describe.ts'
import { toDouble, isNumeric } from '../bson/numbers.ts'
import { isDocument, type Document, type Found } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import type { Collection, Index } from './model.ts'

/** The index that must be used, or that the documents are read as they lie, forwards or backwards. */
export type Hint = { kind: 'index'; index: Index } | { kind: 'natural'; reverse: boolean }

/** What a hint by name, by key or by `$natural` means. Refuses one that names no index that may be used. */
export function resolveHint(collection: Collection, hint: Found): Hint | undefined {
  if (hint === undefined || hint === null || (isDocument(hint) && hint.size === 0)) return undefined
  if (isDocument(hint) && hint.has('$natural')) return natural(hint)
  const index = collection.indexes.find((one) => !one.hidden && isMeant(one, hint))
  if (index) return { kind: 'index', index }
  return refuse('BadValue', 'error processing query: hint provided does not correspond to an existing index')
}

function natural(hint: Document): Hint {
  const direction = hint.get('$natural')
  const number = isNumeric(direction) ? toDouble(direction) : 0
  if (hint.size > 1 || (number !== 1 && number !== -1))
    refuse('BadValue', `$natural hint must be 1 or -1, got: ${describe(hint)}`)
  return { kind: 'natural', reverse: number < 0 }
}

function isMeant({ name, specification }: Index, hint: Found): boolean {
  return isDocument(hint) ? equals(hint, specification.get('key')) : name === hint
}
