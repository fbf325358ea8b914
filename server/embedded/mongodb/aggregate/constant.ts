import { isDocument, type Value } from '../bson/value.ts'
import type { Context } from '../query/context.ts'
import { compileExpression } from './expression.ts'

/** The value of an expression that depends on no document; `undefined` for any other, and for one that has none. */
export function constantOf(value: Value, context: Context): Value | undefined {
  return isConstant(value) ? compileExpression(value, context)({ root: new Map() }) : undefined
}

function isConstant(value: Value): boolean {
  if (typeof value === 'string') return !value.startsWith('$')
  if (Array.isArray(value)) return value.every(isConstant)
  if (!isDocument(value)) return true
  const [name] = value.keys()
  return name === '$literal' || name === '$const' || [...value.values()].every(isConstant)
}
