import { Undefined } from '../../bson/deprecated.ts'
import { typeOf } from '../../bson/types.ts'
import type { Found, Value } from '../../bson/value.ts'
import { refuse } from '../../errors.ts'
import type { Context } from '../../query/context.ts'
import type { Compiler, Expression } from '../expression.ts'

/** Compiles an operator's operand. */
export type Build = (operand: Value, compiler: Compiler) => Expression

type Calculate = (...values: Found[]) => Found

/** An operator over a list of values, at least `least` and at most `most`; one value may stand without a list. */
export function over(name: string, least: number, most: number, calculate: Calculate): [string, Build] {
  return overBy(name, least, most, () => calculate)
}

/** The same where the command's collation plays a part. */
export function overBy(
  name: string,
  least: number,
  most: number,
  calculateIn: (context: Context) => Calculate,
): [string, Build] {
  const build: Build = (operand, { compile, context }) => {
    const operands = Array.isArray(operand) ? operand : [operand]
    checkCount(name, operands.length, least, most)
    const expressions = operands.map(compile)
    const calculate = calculateIn(context)
    return (scope) => calculate(...expressions.map((expression) => expression(scope)))
  }
  return [name, build]
}

export function checkCount(name: string, count: number, least: number, most: number): void {
  if (count >= least && count <= most) return
  if (least === most)
    refuse(16020, `Expression ${name} takes exactly ${least} arguments. ${count} were passed in.`)
  refuse(
    28667,
    `Expression ${name} takes at least ${least} arguments, and at most ${most}, but ${count} were passed in.`,
  )
}

/** The same as `over`, but null where a value is null or missing. */
export function overPresent(
  name: string,
  least: number,
  most: number,
  calculate: (...values: Value[]) => Found,
): [string, Build] {
  return over(name, least, most, (...values) =>
    values.some(isNothing) ? null : calculate(...(values as Value[])),
  )
}

/** The same where values are asked in their order: what comes behind a null is not looked at. */
export function overInTurn(
  name: string,
  check: (value: Value) => void,
  calculate: (values: Value[]) => Found,
): [string, Build] {
  const build: Build = (operand, { compile }) => {
    const expressions = (Array.isArray(operand) ? operand : [operand]).map(compile)
    return (scope) => {
      const values: Value[] = []
      for (const expression of expressions) {
        const value = expression(scope)
        if (isNothing(value)) return null
        check(value)
        values.push(value)
      }
      return calculate(values)
    }
  }
  return [name, build]
}

/** Null, BSON's deprecated undefined, or missing. */
export function isNothing(value: Found): value is null | undefined | Undefined {
  return value === null || value === undefined || value instanceof Undefined
}

/** A value's type as MongoDB names it in its messages. */
export function kindOf(value: Found): string {
  return value === undefined ? 'missing' : typeOf(value)
}
