import { compileExpression, type Expression } from '../aggregate/expression.ts'
import { fieldPath } from './field-path.ts'
import { isExpressionName } from '../aggregate/operators/index.ts'
import { isNumeric } from '../bson/numbers.ts'
import { isDocument, type Document, type Value } from '../bson/value.ts'
import { refuse } from '../errors.ts'
import type { Condition } from './condition.ts'
import type { Context } from './context.ts'
import { isTruthy } from './operators.ts'
import { projectElement, projectPosition, projectSlice, type Step } from './projection-operators.ts'

/** What a projection says of one path. */
export type Part =
  | { kind: 'flag'; path: string; wanted: boolean }
  | { kind: 'step'; path: string; operator: 'slice' | 'element' | 'position'; apply: Step }
  | { kind: 'computed'; path: string; expression: Expression; isLiteral: boolean }

export type Parts = readonly Part[]

export interface Projecting {
  context: Context
  /** What found the documents; none in an aggregation, which has no operators of a find. */
  query: Condition | undefined
}

/** The parts of a projection, those of nested documents with their whole paths. */
export function partsOf(projection: Document, projecting: Projecting): Parts {
  if ([...projection.keys()].filter(isPosition).length > 1) refuseTwoPositions()
  const parts = [...projection].flatMap(([name, value]) => partsAt(name, name, value, projecting))
  refusePairs(parts)
  return parts
}

/** Whether the name has `$` for an element. */
function isPosition(name: string): boolean {
  return /^\$$|\.\$(\.|$)/.test(name)
}

function refuseTwoPositions(): never {
  return refuse(31276, 'Cannot specify more than one positional projection per query.')
}

function partsAt(name: string, path: string, value: Value, projecting: Projecting): Part[] {
  const isPositional = isPosition(name)
  if (isPositional && !projecting.query)
    refuse(31324, 'Cannot use positional projection in aggregation projection')
  if (isDocument(value)) return documentParts(path, value, isPositional, projecting)
  if (typeof value === 'boolean' || isNumeric(value))
    return [flagPart(path, isTruthy(value), isPositional, projecting)]
  if (isPositional) refuse(31308, 'positional projection cannot be used with a literal')
  return [computedPart(path, value, true, projecting)]
}

function flagPart(path: string, wanted: boolean, isPositional: boolean, { query }: Projecting): Part {
  if (wanted && isPositional && query)
    return { kind: 'step', operator: 'position', ...projectPosition(path, query) }
  fieldPath(path)
  return { kind: 'flag', path, wanted }
}

function computedPart(path: string, value: Value, isLiteral: boolean, { context }: Projecting): Part {
  fieldPath(path)
  return { kind: 'computed', path, isLiteral, expression: compileExpression(value, context) }
}

function documentParts(path: string, value: Document, isPositional: boolean, projecting: Projecting): Part[] {
  if (isPositional) refuse(31271, 'positional projection cannot be used with an expression or sub object')
  const [operator] = value.keys()
  if (operator === undefined)
    refuse(51270, `An empty sub-projection is not a valid value. Found empty object at path ${path}`)
  if (value.size === 1 && operator.startsWith('$')) return [operatorPart(path, operator, value, projecting)]
  return [...value].flatMap(([name, inner]) => partsAt(name, `${path}.${name}`, inner, projecting))
}

function operatorPart(path: string, operator: string, value: Document, projecting: Projecting): Part {
  const operand = value.get(operator) as Value
  const slice = operator === '$slice' && projecting.query ? projectSlice(path, operand) : undefined
  if (slice) return { kind: 'step', path, operator: 'slice', apply: slice }
  if (operator === '$elemMatch') return elementPart(path, operand, projecting)
  if (operator === '$meta') return refuse('CommandNotSupported', '$meta in a projection is not supported')
  if (!isExpressionName(operator)) return refuse(31325, `Unknown expression ${operator}`)
  return computedPart(path, value, false, projecting)
}

function elementPart(path: string, operand: Value, { query, context }: Projecting): Part {
  if (!query) return refuse('InvalidPipelineOperator', 'Cannot use $elemMatch in this context')
  return { kind: 'step', path, operator: 'element', apply: projectElement(path, operand, context) }
}

function refusePairs(parts: Parts): void {
  const has = (operator: string) => parts.filter((part) => part.kind === 'step' && part.operator === operator)
  const positions = has('position').length
  if (positions > 1) refuseTwoPositions()
  if (positions > 0 && has('element').length > 0)
    refuse(31255, 'Cannot specify positional operator and $elemMatch.')
}
