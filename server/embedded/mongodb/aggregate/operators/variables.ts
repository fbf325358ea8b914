import { isDocument, type Document, type Found, type Value } from '../../bson/value.ts'
import { refuse } from '../../errors.ts'
import { isTruthy } from '../../query/operators.ts'
import type { Expression, Scope } from '../expression.ts'
import { arrayFor } from './arrays.ts'
import { type Build, isNothing } from './build.ts'

type Compile = (value: Value) => Expression

/** Operators that give names to values. */
export const variables: Record<string, Build> = { $let: letIn, $map: map, $filter: filter, $reduce: reduce }

function having(scope: Scope, values: Record<string, Found>): Scope {
  return { ...scope, variables: new Map([...(scope.variables ?? []), ...Object.entries(values)]) }
}

/** The parts of an operand, compiled; refuses one that lacks a part or has one more. */
function parts(
  name: string,
  operand: Value,
  needed: readonly string[],
  optional: readonly string[],
  compile: Compile,
) {
  if (!isDocument(operand)) refuse('FailedToParse', `${name} only supports an object as its argument`)
  for (const part of operand.keys())
    if (!needed.includes(part) && !optional.includes(part))
      refuse('FailedToParse', `Unrecognized parameter to ${name}: ${part}`)
  for (const part of needed)
    if (!operand.has(part)) refuse('FailedToParse', `Missing '${part}' parameter to ${name}`)
  return Object.fromEntries(needed.map((part) => [part, compile(operand.get(part) as Value)])) as Record<
    string,
    Expression
  >
}

function nameAt(operand: Value, part: string): string {
  const name = (operand as Document).get(part) ?? 'this'
  if (typeof name !== 'string' || !/^[a-z]\w*$/.test(name))
    refuse('FailedToParse', `'${String(name)}' is no valid variable name`)
  return name
}

function letIn(operand: Value, compile: Compile): Expression {
  const { in: body } = parts('$let', operand, ['in'], ['vars'], compile)
  const vars = (operand as Document).get('vars')
  if (!isDocument(vars)) refuse('FailedToParse', "Missing 'vars' parameter to $let")
  const named = [...vars].map(([name, value]) => [name, compile(value)] as const)
  return (scope) => {
    const values = named.map(([name, expression]) => [name, expression(scope)] as const)
    return (body as Expression)(having(scope, Object.fromEntries(values)))
  }
}

function map(operand: Value, compile: Compile): Expression {
  const { input, in: body } = parts('$map', operand, ['input', 'in'], ['as'], compile) as {
    input: Expression
    in: Expression
  }
  const name = nameAt(operand, 'as')
  return (scope) => {
    const array = input(scope)
    if (isNothing(array)) return null
    return arrayFor('$map', array, 16883).map((element) => body(having(scope, { [name]: element })) ?? null)
  }
}

function filter(operand: Value, compile: Compile): Expression {
  const { input, cond } = parts('$filter', operand, ['input', 'cond'], ['as'], compile) as {
    input: Expression
    cond: Expression
  }
  const name = nameAt(operand, 'as')
  return (scope) => {
    const array = input(scope)
    if (isNothing(array)) return null
    return arrayFor('$filter', array, 28651).filter((element) =>
      isTruthy(cond(having(scope, { [name]: element }))),
    )
  }
}

function reduce(operand: Value, compile: Compile): Expression {
  const compiled = parts('$reduce', operand, ['input', 'initialValue', 'in'], [], compile)
  const { input, initialValue, in: body } = compiled as Record<'input' | 'initialValue' | 'in', Expression>
  return (scope) => {
    const array = input(scope)
    if (isNothing(array)) return null
    const step = (value: Found, element: Value) => body(having(scope, { value, this: element }))
    return arrayFor('$reduce', array, 40080).reduce<Found>(step, initialValue(scope))
  }
}
