import { isDocument, type Value } from '../bson/value.ts'

/** Whether an expression names neither a field nor a variable, and leaves nothing to chance. */
export function isFixed(value: Value): boolean {
  if (typeof value === 'string') return !value.startsWith('$')
  if (Array.isArray(value)) return value.every(isFixed)
  if (!isDocument(value)) return true
  return [...value].every(([name, inner]) => name === '$literal' || (name !== '$rand' && isFixed(inner)))
}
