import { BSONRegExp, BSONSymbol, Timestamp } from 'bson'
import { textOf } from '../../bson/compare.ts'
import { integerOf } from '../../bson/numbers.ts'
import { compareStrings } from '../../bson/strings.ts'
import { typeOf } from '../../bson/types.ts'
import { isDocument, type Found, type Value } from '../../bson/value.ts'
import { refuse } from '../../errors.ts'
import { regexOperand } from '../../query/regex-operand.ts'
import { regexOf } from '../../query/regex.ts'
import type { Compiler, Expression } from '../expression.ts'
import { type Build, isNothing, over, overPresent } from './build.ts'
import { isoText } from './date-text.ts'

export const strings: Record<string, Build> = {
  ...Object.fromEntries([
    overPresent('$concat', 0, Infinity, (...values) =>
      values.map((value) => stringFor('$concat', value)).join(''),
    ),
    over('$toLower', 1, 1, (value) => lower(looseText(value))),
    over('$toUpper', 1, 1, (value) => upper(looseText(value))),
    over('$strcasecmp', 2, 2, (a, b) => Math.sign(compareStrings(upper(looseText(a)), upper(looseText(b))))),
    over('$strLenCP', 1, 1, (value) => [...stringFor('$strLenCP', value)].length),
    over('$strLenBytes', 1, 1, (value) => Buffer.byteLength(stringFor('$strLenBytes', value))),
    over('$substrCP', 3, 3, substring),
    overPresent('$split', 2, 2, split),
  ]),
  $trim: trimming('$trim', true, true),
  $ltrim: trimming('$ltrim', true, false),
  $rtrim: trimming('$rtrim', false, true),
  $regexMatch: regexMatch,
  $replaceAll: replacing('$replaceAll', (input, find, replacement) => input.split(find).join(replacement)),
  $replaceOne: replacing('$replaceOne', (input, find, replacement) => input.replace(find, () => replacement)),
}

export function stringFor(name: string, value: Found): string {
  if (typeof value === 'string' || value instanceof BSONSymbol) return textOf(value)
  return refuse(16702, `${name} only supports strings, not ${isNothing(value) ? 'missing' : typeOf(value)}`)
}

/** Only the letters of ASCII change, as in MongoDB. */
function lower(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}

function upper(text: string): string {
  return text.replace(/[a-z]/g, (letter) => letter.toUpperCase())
}

function looseText(value: Found): string {
  if (isNothing(value)) return ''
  if (typeof value === 'string' || value instanceof BSONSymbol) return textOf(value)
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  if (value instanceof Date) return isoText(value)
  if (value instanceof Timestamp || Array.isArray(value) || isDocument(value))
    return refuse(16007, `can't convert from BSON type ${typeOf(value)} to String`)
  return refuse('CommandNotSupported', `Text of BSON type ${typeOf(value)} is not supported here`)
}

function substring(value: Found, from: Found, count: Found): string {
  const characters = [...looseText(value)]
  const [start, length] = [integerOf(from), integerOf(count)]
  if (start === undefined || start < 0)
    refuse(34452, '$substrCP: the starting index must be a non-negative integer')
  if (length === undefined || length < 0)
    refuse(34454, '$substrCP: the length must be a non-negative integer')
  return characters.slice(start, start + length).join('')
}

function split(value: Value, by: Value): Value {
  const [text, separator] = [stringFor('$split', value), stringFor('$split', by)]
  if (separator === '') refuse(40087, '$split requires a non-empty separator')
  return text.split(separator)
}

const whitespace =
  ' \t\n\v\f\r\0\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a'

function trimming(name: string, atStart: boolean, atEnd: boolean): Build {
  return (operand, { compile }) => {
    const input = isDocument(operand) ? operand.get('input') : undefined
    if (!isDocument(operand) || input === undefined) refuse(50695, `${name} requires an 'input' field`)
    const [text, chars] = [compile(input), compile(operand.get('chars') ?? whitespace)]
    return (scope) => {
      const [value, set] = [text(scope), chars(scope)]
      if (isNothing(value) || isNothing(set)) return null
      return trim([...stringFor(name, value)], new Set(stringFor(name, set)), atStart, atEnd)
    }
  }
}

function trim(characters: string[], set: ReadonlySet<string>, atStart: boolean, atEnd: boolean): string {
  let [start, end] = [0, characters.length]
  while (atStart && start < end && set.has(characters[start] as string)) start++
  while (atEnd && end > start && set.has(characters[end - 1] as string)) end--
  return characters.slice(start, end).join('')
}

function regexMatch(operand: Value, { compile }: Compiler): Expression {
  const [input, regex] = isDocument(operand) ? [operand.get('input'), operand.get('regex')] : []
  if (!isDocument(operand) || input === undefined) refuse(51104, "$regexMatch requires 'input' parameter")
  if (!(regex instanceof BSONRegExp) && (typeof regex !== 'string' || regex.startsWith('$')))
    refuse('CommandNotSupported', "$regexMatch is supported with a constant 'regex' only")
  const compiled = regexOf(regexOperand(regex, operand.get('options')))
  const text = compile(input)
  return (scope) => {
    const value = text(scope)
    return !isNothing(value) && compiled.test(stringFor('$regexMatch', value))
  }
}

function replacing(
  name: string,
  replace: (input: string, find: string, replacement: string) => string,
): Build {
  return (operand, { compile }) => {
    const parts = ['input', 'find', 'replacement'].map((part) =>
      isDocument(operand) ? operand.get(part) : undefined,
    )
    if (parts.includes(undefined)) refuse(51749, `${name} requires 'input', 'find' and 'replacement'`)
    const expressions = (parts as Value[]).map(compile)
    return (scope) => {
      const values = expressions.map((expression) => expression(scope))
      if (values.some(isNothing)) return null
      const [input, find, replacement] = values.map((value) => stringFor(name, value)) as [
        string,
        string,
        string,
      ]
      return replace(input, find, replacement)
    }
  }
}
