import type {
  Binary,
  BSONRegExp,
  BSONSymbol,
  Code,
  Decimal128,
  Double,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'bson'
import type { Pointer, ScopedCode, Undefined } from './deprecated.ts'

/**
 * A decoded BSON value that keeps its type: `number` is an int32, `bigint` an int64, `Double` a double.
 * A document is a Map, so that field order survives names such as "10" and "__proto__".
 */
export type Value = Scalar | Document | Value[]

export type Scalar =
  | null
  | boolean
  | string
  | number
  | bigint
  | Double
  | Decimal128
  | Date
  | ObjectId
  | Binary
  | Timestamp
  | BSONRegExp
  | BSONSymbol
  | Code
  | MinKey
  | MaxKey
  | Undefined
  | Pointer
  | ScopedCode

export type Document = Map<string, Value>

/** What a path leads to: `undefined` where the field is missing. */
export type Found = Value | undefined

/** A document from its fields, without those that are undefined. */
export function documentOf(fields: Record<string, Found>): Document {
  const document: Document = new Map()
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) document.set(name, value)
  return document
}

export function isDocument(value: unknown): value is Document {
  return value instanceof Map
}

/** A copy that shares no document or array with the original. */
export function copy<V extends Found>(value: V): V
export function copy(value: Found): Found {
  if (Array.isArray(value)) return value.map((element) => copy(element))
  if (!isDocument(value)) return value
  const result: Document = new Map()
  for (const [name, inner] of value) result.set(name, copy(inner))
  return result
}
