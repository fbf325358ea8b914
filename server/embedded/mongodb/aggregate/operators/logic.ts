import { compare } from '../../bson/compare.ts'
import { isDocument, type Found, type Value } from '../../bson/value.ts'
import { refuse } from '../../errors.ts'
import { isTruthy } from '../../query/operators.ts'
import type { Compiler, Expression } from '../expression.ts'
import { type Build, isNothing, over } from './build.ts'

export const logic: Record<string, Build> = {
  ...Object.fromEntries([
    ordering('$eq', (order) => order === 0),
    ordering('$ne', (order) => order !== 0),
    ordering('$gt', (order) => order > 0),
    ordering('$gte', (order) => order >= 0),
    ordering('$lt', (order) => order < 0),
    ordering('$lte', (order) => order <= 0),
    over('$cmp', 2, 2, (a, b) => Math.sign(compareFound(a, b))),
    over('$not', 1, 1, (value) => !isTruthy(value)),
  ]),
  $and: listed((expressions, scope) => expressions.every((expression) => isTruthy(expression(scope)))),
  $or: listed((expressions, scope) => expressions.some((expression) => isTruthy(expression(scope)))),
  $cond: condition,
  $ifNull: ifNull,
  $switch: switchOf,
  $literal: (operand) => () => operand,
}

function ordering(name: string, accepts: (order: number) => boolean): [string, Build] {
  return over(name, 2, 2, (a, b) => accepts(compareFound(a, b)))
}

/** In an expression a missing field stands before null. */
export function compareFound(a: Found, b: Found): number {
  if (a === undefined || b === undefined) return a === b ? 0 : absentFirst(a, b)
  return compare(a, b)
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

function condition(operand: Value, { compile }: Compiler): Expression {
  const parts = isDocument(operand) ? ['if', 'then', 'else'].map((name) => operand.get(name)) : operand
  if (isDocument(operand) && operand.size > 3) refuse(17083, 'Unrecognized parameter to $cond')
  if (!Array.isArray(parts) || parts.length !== 3 || parts.includes(undefined))
    refuse(16020, 'Expression $cond takes exactly 3 arguments')
  const [test, then, otherwise] = (parts as Value[]).map(compile) as [Expression, Expression, Expression]
  return (scope) => (isTruthy(test(scope)) ? then(scope) : otherwise(scope))
}

function ifNull(operand: Value, { compile }: Compiler): Expression {
  if (!Array.isArray(operand) || operand.length < 2) refuse(1257300, '$ifNull needs at least two arguments')
  const expressions = operand.map(compile)
  return (scope) => {
    let value: Found
    for (const expression of expressions) {
      value = expression(scope)
      if (!isNothing(value)) return value
    }
    return value
  }
}

function switchOf(operand: Value, { compile }: Compiler): Expression {
  const branches = isDocument(operand) ? operand.get('branches') : undefined
  if (!isDocument(operand) || !Array.isArray(branches) || branches.length === 0)
    refuse(40068, '$switch requires at least one branch.')
  const compiled = branches.map((branch) => compileBranch(branch, compile))
  const fallback = operand.get('default')
  const otherwise = fallback === undefined ? noBranch : compile(fallback)
  return (scope) => (compiled.find(({ test }) => isTruthy(test(scope)))?.then ?? otherwise)(scope)
}

function compileBranch(branch: Value, compile: Compiler['compile']) {
  const [test, then] = isDocument(branch) ? [branch.get('case'), branch.get('then')] : []
  if (test === undefined || then === undefined)
    refuse(40067, '$switch requires each branch to have a case and a then')
  return { test: compile(test), then: compile(then) }
}

function noBranch(): never {
  return refuse(40066, '$switch could not find a matching branch for an input, and no default was specified.')
}
