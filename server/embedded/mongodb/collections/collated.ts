import { BSONSymbol } from 'bson'
import type { Value } from '../bson/value.ts'

/** Whether a collation may make this value equal another: text, or what may hold text. */
export function isCollated(value: Value): boolean {
  if (Array.isArray(value)) return value.some(isCollated)
  return typeof value === 'string' || value instanceof BSONSymbol || value instanceof Map
}
