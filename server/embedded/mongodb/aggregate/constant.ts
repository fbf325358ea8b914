import { isDocument, type Value } from '../bson/value.ts'
import type { Context } from '../query/context.ts'
import { compileExpression } from './expression.ts'

/** The value of an expression that reads no document; `undefined` for any other, and for one that has none. */
export function constantOf(value: Value, context: Context): Value | undefined {
  return readsDocument(value) ? undefined : compileExpression(value, context)({ root: new Map() })
}

/** Whether an expression names a field, or the document itself. */
export function readsDocument(value: Value): boolean {
  if (typeof value === 'string') return /^\$(?!\$)|^\$\$(ROOT|CURRENT)(\.|$)/.test(value)
  if (Array.isArray(value)) return value.some(readsDocument)
  if (!isDocument(value)) return false
  return [...value].some(([name, inner]) => name !== '$literal' && name !== '$const' && readsDocument(inner))
}
