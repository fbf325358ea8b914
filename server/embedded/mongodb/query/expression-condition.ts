import { compileExpression } from '../aggregate/expression.ts'
import type { Document, Value } from '../bson/value.ts'
import type { OtherCondition } from './condition.ts'
import type { Context } from './context.ts'
import { isTruthy } from './operators.ts'

/** `$expr`: the document matches where the expression gives something true. */
export function compileExpressionCondition(operand: Value, context: Context): OtherCondition {
  const expression = compileExpression(operand, context)
  const matches = (root: Document) => isTruthy(expression({ root }))
  return { kind: 'other', fields: undefined, matches }
}
