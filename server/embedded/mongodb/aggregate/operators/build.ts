import type { Found, Value } from '../../bson/value.ts'
import { refuse } from '../../errors.ts'
import type { Compiler, Expression } from '../expression.ts'

/** Compiles an operator's operand. */
export type Build = (operand: Value, compiler: Compiler) => Expression

/** An operator over a list of values, at least `least` and at most `most`; one value may stand without a list. */
export function over(
  name: string,
  least: number,
  most: number,
  calculate: (...values: Found[]) => Found,
): [string, Build] {
  const build: Build = (operand, { compile }) => {
    const operands = Array.isArray(operand) ? operand : [operand]
    if (operands.length < least || operands.length > most)
      refuse(
        16020,
        `Expression ${name} takes ${least === most ? least : `${least} to ${most}`} arguments. ${operands.length} were passed in.`,
      )
    const expressions = operands.map(compile)
    return (scope) => calculate(...expressions.map((expression) => expression(scope)))
  }
  return [name, build]
}

/** The same, but null where a value is null or missing. */
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

export function isNothing(value: Found): value is null | undefined {
  return value === null || value === undefined
}
