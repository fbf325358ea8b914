import { BSONRegExp } from 'bson'
import { documentOf, type Document, type Found, type Value } from '../../bson/value.ts'
import { refuse } from '../../errors.ts'
import { regexOf } from '../../query/regex.ts'
import type { Compiler, Expression } from '../expression.ts'
import { type Build, isNothing, kindOf } from './build.ts'
import { compiledParts } from './parts.ts'

export const regexes: Record<string, Build> = {
  $regexMatch: (operand, compiler) =>
    searching('$regexMatch', operand, compiler, false, (input, regex) => matchFrom(input, regex, 0) !== null),
  $regexFind: (operand, compiler) =>
    searching('$regexFind', operand, compiler, null, (input, regex) => {
      const match = matchFrom(input, regex, 0)
      return match && described(match)
    }),
  $regexFindAll: (operand, compiler) => searching('$regexFindAll', operand, compiler, [], allMatches),
}

/** `none` is the answer where there is no text or no pattern. */
function searching(
  name: string,
  operand: Value,
  compiler: Compiler,
  none: Value,
  search: (input: string, regex: RegExp) => Value,
): Expression {
  const shape = {
    noDocument: 51103,
    unknown: 31024,
    needed: { input: 31022, regex: 31023 },
    optional: ['options'],
  }
  const { input, regex, options } = compiledParts<string>(name, operand, shape, compiler)
  const compiled = new Map<string, RegExp>()
  return (scope) => {
    const text = input?.(scope)
    if (!isNothing(text) && typeof text !== 'string')
      refuse(51104, `${name} needs 'input' to be of type string`)
    const pattern = patternOf(name, regex?.(scope), options?.(scope))
    if (isNothing(text) || !pattern) return none
    const key = `${pattern.options}/${pattern.pattern}`
    const known = compiled.get(key) ?? searchable(pattern)
    compiled.set(key, known)
    if (!known.unicode && /[\ud800-\udfff]/.test(text))
      refuse('CommandNotSupported', `Regular expression is not supported on this text: ${pattern.pattern}`)
    return search(text, known)
  }
}

function patternOf(name: string, regex: Found, options: Found): BSONRegExp | undefined {
  if (!isNothing(options) && typeof options !== 'string')
    refuse(51106, `${name} needs 'options' to be of type string`)
  if (isNothing(regex)) return undefined
  if (typeof regex === 'string') return checked(name, regex, isNothing(options) ? '' : options)
  if (!(regex instanceof BSONRegExp))
    refuse(51105, `${name} needs 'regex' to be of type string or regex, not ${kindOf(regex)}`)
  if (regex.options !== '' && !isNothing(options))
    refuse(51107, `${name}: found regex option(s) specified in both 'regex' and 'option' fields`)
  return checked(name, regex.pattern, isNothing(options) ? regex.options : options)
}

function checked(name: string, pattern: string, options: string): BSONRegExp {
  if (pattern.includes('\0'))
    refuse(51109, `${name}: regular expression cannot contain an embedded null byte`)
  if (options.includes('\0'))
    refuse(51110, `${name}: regular expression options cannot contain an embedded null byte`)
  for (const flag of options)
    if (!'imsxu'.includes(flag)) refuse(51108, `${name} invalid flag in regex options: ${options}`)
  return new BSONRegExp(pattern, options)
}

function searchable(pattern: BSONRegExp): RegExp {
  const regex = regexOf(pattern)
  return new RegExp(regex.source, `${regex.flags}g`)
}

function matchFrom(input: string, regex: RegExp, start: number): RegExpExecArray | null {
  regex.lastIndex = start
  return regex.exec(input)
}

/** After an empty match the search goes on one character further. */
function allMatches(input: string, regex: RegExp): Value {
  const found: Value[] = []
  let start = 0
  do {
    const match = matchFrom(input, regex, start)
    if (!match) break
    found.push(described(match))
    const [text] = match
    start = match.index + (text.length || characterAt(input, match.index).length)
  } while (start < input.length)
  return found
}

function characterAt(input: string, index: number): string {
  return String.fromCodePoint(input.codePointAt(index) ?? 0)
}

function described(found: RegExpExecArray): Document {
  const [match, ...groups] = found as unknown as [string, ...(string | undefined)[]]
  const idx = [...found.input.slice(0, found.index)].length
  return documentOf({ match, idx, captures: groups.map((group) => group ?? null) })
}
