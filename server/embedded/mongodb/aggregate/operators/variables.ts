import { isDocument, type Document, type Found, type Value } from '../../bson/value.ts'
import { refuse } from '../../errors.ts'
import { isTruthy } from '../../query/operators.ts'
import type { Compiler, Expression, Scope } from '../expression.ts'
import { checkOwnName } from '../variable.ts'
import { int32Of } from '../../bson/numbers.ts'
import { arrayFor } from './arrays.ts'
import { type Build, isNothing } from './build.ts'
import { partsOf } from './parts.ts'

/** Operators that give names to values. */
export const variables: Record<string, Build> = { $let: letIn, $map: map, $filter: filter, $reduce: reduce }

function having({ root, names }: Scope, name: string, value: Found): Scope {
  return { root, names: { name, value, outer: names } }
}

function nameIn(parts: Document): string {
  const name = parts.get('as') ?? 'this'
  if (typeof name !== 'string') return refuse('TypeMismatch', "'as' must be a string")
  checkOwnName(name)
  return name
}

function letIn(operand: Value, compiler: Compiler): Expression {
  const parts = partsOf<string>('$let', operand, {
    noDocument: 16874,
    unknown: 16875,
    needed: { vars: 16876, in: 16877 },
  })
  const vars = parts.get('vars')
  if (!isDocument(vars)) refuse('TypeMismatch', "'vars' in $let must be an object")
  const named = [...vars].map(([name, value]) => {
    checkOwnName(name)
    return [name, compiler.compile(value)] as const
  })
  const body = compiler.naming([...vars.keys()]).compile(parts.get('in') as Value)
  return (scope) =>
    body(named.reduce((inner, [name, expression]) => having(inner, name, expression(scope)), scope))
}

function map(operand: Value, compiler: Compiler): Expression {
  const parts = partsOf<string>('$map', operand, {
    noDocument: 16878,
    unknown: 16879,
    needed: { input: 16880, in: 16882 },
    optional: ['as'],
  })
  const name = nameIn(parts)
  const input = compiler.compile(parts.get('input') as Value)
  const body = compiler.naming([name]).compile(parts.get('in') as Value)
  return (scope) => {
    const array = input(scope)
    if (isNothing(array)) return null
    return arrayFor('$map', array, 16883).map((element) => body(having(scope, name, element)) ?? null)
  }
}

function filter(operand: Value, compiler: Compiler): Expression {
  const parts = partsOf<string>('$filter', operand, {
    noDocument: 28646,
    unknown: 28647,
    needed: { input: 28648, cond: 28650 },
    optional: ['as', 'limit'],
  })
  const name = nameIn(parts)
  const input = compiler.compile(parts.get('input') as Value)
  const limit = compiler.compile(parts.get('limit') ?? null)
  const condition = compiler.naming([name]).compile(parts.get('cond') as Value)
  return (scope) => {
    const array = input(scope)
    if (isNothing(array)) return null
    const most = limitOf(limit(scope))
    const kept: Value[] = []
    for (const element of arrayFor('$filter', array, 28651)) {
      if (isTruthy(condition(having(scope, name, element)))) kept.push(element)
      if (kept.length === most) break
    }
    return kept
  }
}

function limitOf(limit: Found): number {
  if (isNothing(limit)) return Infinity
  const most = int32Of(limit)
  if (most === undefined) refuse(327391, '$filter: limit must be represented as a 32-bit integral value')
  if (most <= 0) refuse(327392, '$filter: limit must be greater than 0')
  return most
}

function reduce(operand: Value, compiler: Compiler): Expression {
  const parts = partsOf<string>('$reduce', operand, {
    noDocument: 40075,
    unknown: 40076,
    needed: { input: 40077, initialValue: 40078, in: 40079 },
  })
  const [input, initial] = ['input', 'initialValue'].map((part) =>
    compiler.compile(parts.get(part) as Value),
  ) as [Expression, Expression]
  const body = compiler.naming(['this', 'value']).compile(parts.get('in') as Value)
  return (scope) => {
    const array = input(scope)
    if (isNothing(array)) return null
    const step = (value: Found, element: Value) =>
      body(having(having(scope, 'this', element), 'value', value))
    return arrayFor('$reduce', array, 40080).reduce<Found>(step, initial(scope))
  }
}
