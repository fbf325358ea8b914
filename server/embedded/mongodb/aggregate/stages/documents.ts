import { isDocument, type Document, type Value } from '../../bson/value.ts'
import { refuse } from '../../errors.ts'
import type { Context } from '../../query/context.ts'
import { compileExpression } from '../expression.ts'

/** `$documents`: the documents that the pipeline itself states. */
export function statedDocuments(operand: Value, context: Context): Document[] {
  const stated = compileExpression(operand, context)({ root: new Map() })
  if (!Array.isArray(stated)) refuse(5858203, 'an array is expected')
  return stated.map((document) =>
    isDocument(document) ? document : refuse(40228, 'Each element of $documents must be an object'),
  )
}
