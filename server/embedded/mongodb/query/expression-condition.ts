import { compileExpression } from '../aggregate/expression.ts'
import type { Value } from '../bson/value.ts'
import type { OtherCondition } from './condition.ts'
import { isTruthy } from './operators.ts'

/** `$expr`: the document matches where the expression gives something true. */
export function compileExpressionCondition(operand: Value): OtherCondition {
  const expression = compileExpression(operand)
  return { kind: 'other', fields: undefined, matches: (document) => isTruthy(expression({ root: document })) }
}
