import type { Found, Value } from '../../bson/value.ts'
import { refuse } from '../../errors.ts'
import type { Compiler, Expression, Scope } from '../expression.ts'
import { isNothing, kindOf } from './build.ts'
import { partsOf } from './parts.ts'

/** `$zip`: the first elements of all arrays, the second ones, and so on. */
export function zip(operand: Value, { compile }: Compiler): Expression {
  const shape = {
    noDocument: 34460,
    unknown: 34464,
    needed: {},
    optional: ['inputs', 'defaults', 'useLongestLength'],
  }
  const parts = partsOf<string>('$zip', operand, shape)
  const inputs = listAt('inputs', parts.get('inputs') ?? [], 34461).map(compile)
  const defaults = listAt('defaults', parts.get('defaults') ?? [], 34462).map(compile)
  const longest = parts.get('useLongestLength') ?? false
  if (typeof longest !== 'boolean') refuse(34463, `useLongestLength must be a bool, found ${kindOf(longest)}`)
  checkCounts(inputs.length, defaults.length, longest)
  return (scope) => {
    const arrays = arraysOf(inputs, scope)
    return arrays && zipped(arrays, longest, () => defaults.map((value) => value(scope)))
  }
}

function listAt(part: string, value: Value, code: number): Value[] {
  if (Array.isArray(value)) return value
  return refuse(code, `${part} must be an array of expressions, found ${kindOf(value)}`)
}

function checkCounts(inputs: number, defaults: number, longest: boolean): void {
  if (inputs === 0) refuse(34465, '$zip requires at least one input array')
  if (!longest && defaults > 0) refuse(34466, 'cannot specify defaults unless useLongestLength is true')
  if (defaults > 0 && defaults !== inputs) refuse(34467, 'defaults and inputs must have the same length')
}

function arraysOf(inputs: readonly Expression[], scope: Scope): Value[][] | null {
  const arrays: Value[][] = []
  for (const input of inputs) {
    const value = input(scope)
    if (isNothing(value)) return null
    if (!Array.isArray(value)) refuse(34468, `$zip found a non-array expression in input: ${kindOf(value)}`)
    arrays.push(value)
  }
  return arrays
}

function zipped(arrays: Value[][], longest: boolean, defaultsFor: () => Found[]): Value {
  const lengths = arrays.map((array) => array.length)
  const [least, most] = [Math.min(...lengths), Math.max(...lengths)]
  const defaults = least === most ? [] : defaultsFor()
  return Array.from({ length: longest ? most : least }, (_, row) =>
    arrays.map((array, column) => array[row] ?? defaults[column] ?? null),
  )
}
