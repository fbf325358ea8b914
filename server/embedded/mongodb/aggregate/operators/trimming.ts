import type { Value } from '../../bson/value.ts'
import type { Compiler, Expression } from '../expression.ts'
import { type Build, isNothing } from './build.ts'
import { compiledParts } from './parts.ts'
import { stringFor } from './strings.ts'

export const trimming: Record<string, Build> = {
  $trim: (operand, compiler) => trim('$trim', operand, compiler, { start: true, end: true }),
  $ltrim: (operand, compiler) => trim('$ltrim', operand, compiler, { start: true, end: false }),
  $rtrim: (operand, compiler) => trim('$rtrim', operand, compiler, { start: false, end: true }),
}

interface Ends {
  start: boolean
  end: boolean
}

const whitespace =
  ' \t\n\v\f\r\0\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a'

function trim(name: string, operand: Value, compiler: Compiler, ends: Ends): Expression {
  const shape = { noDocument: 50696, unknown: 50694, needed: { input: 50695 }, optional: ['chars'] }
  const { input, chars } = compiledParts<string>(name, operand, shape, compiler)
  return (scope) => {
    const value = input?.(scope)
    if (isNothing(value)) return null
    const text = stringFor(name, value, 50699)
    const set = chars ? chars(scope) : whitespace
    return isNothing(set) ? null : trimmed([...text], new Set(stringFor(name, set, 50700)), ends)
  }
}

function trimmed(characters: string[], set: ReadonlySet<string>, ends: Ends): string {
  let [start, end] = [0, characters.length]
  while (ends.start && start < end && set.has(characters[start] as string)) start++
  while (ends.end && end > start && set.has(characters[end - 1] as string)) end--
  return characters.slice(start, end).join('')
}
