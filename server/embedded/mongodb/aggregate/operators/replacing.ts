import type { Found, Value } from '../../bson/value.ts'
import { refuse } from '../../errors.ts'
import type { Compiler, Expression } from '../expression.ts'
import { type Build, isNothing, kindOf } from './build.ts'
import { compiledParts } from './parts.ts'

type Replace = (input: string, find: string, replacement: string) => string

export const replacing: Record<string, Build> = {
  $replaceOne: (operand, compiler) =>
    replace('$replaceOne', operand, compiler, (input, find, replacement) =>
      input.replace(find, () => replacement),
    ),
  $replaceAll: (operand, compiler) =>
    replace('$replaceAll', operand, compiler, (input, find, replacement) =>
      input.replaceAll(find, () => replacement),
    ),
}

const codes = { input: 51746, find: 51745, replacement: 51744 }

function replace(name: string, operand: Value, compiler: Compiler, apply: Replace): Expression {
  const shape = {
    noDocument: 51751,
    unknown: 51750,
    needed: { input: 51749, find: 51748, replacement: 51747 },
  }
  const parts = compiledParts(name, operand, shape, compiler)
  return (scope) => {
    const [input, find, replacement] = (['input', 'find', 'replacement'] as const).map((part) =>
      textOrNothing(name, part, parts[part]?.(scope)),
    )
    return isNothing(input) || isNothing(find) || isNothing(replacement)
      ? null
      : apply(input, find, replacement)
  }
}

function textOrNothing(name: string, part: keyof typeof codes, value: Found): string | undefined {
  if (isNothing(value)) return undefined
  if (typeof value === 'string') return value
  return refuse(codes[part], `${name} requires that '${part}' be a string, found: ${kindOf(value)}`)
}
