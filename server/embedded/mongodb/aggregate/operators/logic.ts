import { compare, type TextOrder } from '../../bson/compare.ts'
import { isDocument, type Found, type Value } from '../../bson/value.ts'
import { refuse } from '../../errors.ts'
import { isTruthy } from '../../query/operators.ts'
import type { Compiler, Expression } from '../expression.ts'
import { type Build, checkCount, isNothing, over, overBy } from './build.ts'
import { compiledParts, partsOf } from './parts.ts'

export const logic: Record<string, Build> = {
  ...Object.fromEntries([
    ordering('$eq', (order) => order === 0),
    ordering('$ne', (order) => order !== 0),
    ordering('$gt', (order) => order > 0),
    ordering('$gte', (order) => order >= 0),
    ordering('$lt', (order) => order < 0),
    ordering('$lte', (order) => order <= 0),
    overBy(
      '$cmp',
      2,
      2,
      ({ texts }) =>
        (a, b) =>
          Math.sign(compareFound(a, b, texts)),
    ),
    over('$not', 1, 1, (value) => !isTruthy(value)),
  ]),
  $and: listed((expressions, scope) => expressions.every((expression) => isTruthy(expression(scope)))),
  $or: listed((expressions, scope) => expressions.some((expression) => isTruthy(expression(scope)))),
  $cond: condition,
  $ifNull: ifNull,
  $switch: switchOf,
  $literal: (operand) => () => operand,
  $const: (operand) => () => operand,
}

function ordering(name: string, accepts: (order: number) => boolean): [string, Build] {
  return overBy(
    name,
    2,
    2,
    ({ texts }) =>
      (a, b) =>
        accepts(compareFound(a, b, texts)),
  )
}

/** In an expression a missing field stands before null. */
export function compareFound(a: Found, b: Found, texts?: TextOrder): number {
  if (a === undefined || b === undefined) return a === b ? 0 : absentFirst(a, b)
  return compare(a, b, texts)
}

function absentFirst(a: Found, b: Found): number {
  const other = a ?? b
  const isMinKey =
    typeof other === 'object' && other !== null && '_bsontype' in other && other._bsontype === 'MinKey'
  return (a === undefined) === isMinKey ? 1 : -1
}

function listed(
  decide: (expressions: readonly Expression[], scope: Parameters<Expression>[0]) => boolean,
): Build {
  return (operand, { compile }) => {
    const expressions = (Array.isArray(operand) ? operand : [operand]).map(compile)
    return (scope) => decide(expressions, scope)
  }
}

function condition(operand: Value, compiler: Compiler): Expression {
  const [test, then, otherwise] = conditionParts(operand, compiler)
  return (scope) => (isTruthy(test(scope)) ? then(scope) : otherwise(scope))
}

function conditionParts(operand: Value, compiler: Compiler): [Expression, Expression, Expression] {
  if (!isDocument(operand)) {
    const list = Array.isArray(operand) ? operand : [operand]
    checkCount('$cond', list.length, 3, 3)
    return list.map(compiler.compile) as [Expression, Expression, Expression]
  }
  const shape = { noDocument: 17083, unknown: 17083, needed: { if: 17080, then: 17081, else: 17082 } }
  const parts = compiledParts('$cond', operand, shape, compiler)
  return [parts.if, parts.then, parts.else] as [Expression, Expression, Expression]
}

function ifNull(operand: Value, { compile }: Compiler): Expression {
  const expressions = (Array.isArray(operand) ? operand : [operand]).map(compile)
  if (expressions.length < 2)
    refuse(1257300, `$ifNull needs at least two arguments, had: ${expressions.length}`)
  return (scope) => {
    let value: Found
    for (const expression of expressions) {
      value = expression(scope)
      if (!isNothing(value)) return value
    }
    return value
  }
}

function switchOf(operand: Value, compiler: Compiler): Expression {
  const shape = { noDocument: 40060, unknown: 40067, needed: {}, optional: ['branches', 'default'] }
  const parts = partsOf('$switch', operand, shape)
  const branches = parts.get('branches') ?? []
  if (!Array.isArray(branches)) refuse(40061, "$switch expected an array for 'branches'")
  const compiled = branches.map((branch) => compileBranch(branch, compiler))
  if (compiled.length === 0) refuse(40068, '$switch requires at least one branch.')
  const fallback = parts.get('default')
  const otherwise = fallback === undefined ? noBranch : compiler.compile(fallback)
  return (scope) => (compiled.find((branch) => isTruthy(branch.case(scope)))?.then ?? otherwise)(scope)
}

function compileBranch(branch: Value, compiler: Compiler): { case: Expression; then: Expression } {
  const shape = { noDocument: 40062, unknown: 40063, needed: { case: 40064, then: 40065 } }
  return compiledParts('$switch', branch, shape, compiler) as { case: Expression; then: Expression }
}

function noBranch(): never {
  return refuse(40066, '$switch could not find a matching branch for an input, and no default was specified.')
}
