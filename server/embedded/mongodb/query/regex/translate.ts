import { readBracket } from './bracket.ts'
import { readEscape } from './escapes.ts'
import { atomic, readGroup } from './groups.ts'
import { accept, next, type Pattern, peek, refuseConstruct, refusePattern } from './pattern.ts'
import { readQuantifier } from './quantifier.ts'
import { readReference } from './references.ts'
import { point, written as writtenSet } from './sets.ts'

/** JavaScript's own places where its option m is not given. */
const end = '$'
const start = '^'
const lineEnd = '(?:\\r\\n|[\\n-\\r\\u{85}\\u{2028}\\u{2029}])'

/** The whole pattern in JavaScript's words, for its Unicode mode. */
export function translate(pattern: Pattern): string {
  const result = readAlternatives(pattern)
  if (pattern.at < pattern.source.length) return refusePattern(pattern, 'unmatched closing parenthesis')
  if (pattern.hasAlternatives && pattern.refersBack) return refuseConstruct(pattern)
  return result
}

function readAlternatives(pattern: Pattern): string {
  const outer = pattern.flags
  let result = readSequence(pattern)
  while (accept(pattern, /\|/y)) {
    if (pattern.depth === 0) pattern.hasAlternatives = true
    if (pattern.behind > 0 && pattern.depth > pattern.behind) return refuseConstruct(pattern)
    result += `|${readSequence(pattern)}`
  }
  pattern.flags = outer
  return result
}

function readSequence(pattern: Pattern): string {
  let result = ''
  for (skipBlanks(pattern); !/^[|)]?$/.test(peek(pattern)); skipBlanks(pattern)) result += readPart(pattern)
  return result
}

/** With the option x blanks and comments say nothing. */
function skipBlanks(pattern: Pattern): void {
  if (pattern.flags.has('x')) accept(pattern, /(?:[ \t-\r\u0085\u200e\u200f\u2028\u2029]|#[^\n]*)+/y)
}

/** An item and how often it comes. */
function readPart(pattern: Pattern): string {
  const before = pattern.groups.length
  const written = pattern.written
  const item = readItem(pattern)
  if (item === '') return ''
  skipBlanks(pattern)
  const quantifier = readQuantifier(pattern)
  if (!quantifier) {
    if (pattern.depth === 0 && /^\((?!\?)/.test(item)) pattern.certain.add(before)
    return item
  }
  if (!quantifier.isPossessive) return `(?:${item})${quantifier.text}`
  if (pattern.written > written) return refuseConstruct(pattern)
  return atomic(pattern, () => `(?:${item})${quantifier.text}`)
}

function readItem(pattern: Pattern): string {
  const character = next(pattern)
  switch (character) {
    case '\\':
      return readBackslash(pattern)
    case '[':
      return readBracket(pattern)
    case '(':
      return readGroup(pattern, readAlternatives)
    case '.':
      return pattern.flags.has('s') ? '[\\s\\S]' : '[^\\n]'
    case '^':
      return pattern.flags.has('m') ? `(?:${start}|(?<=\\n)(?=[\\s\\S]))` : start
    case '$':
      return pattern.flags.has('m') ? `(?:(?=\\n)|${end})` : `(?=\\n?${end})`
    case '*':
    case '+':
    case '?':
      return refusePattern(pattern, 'quantifier does not follow a repeatable item')
    default:
      return plain(pattern, character)
  }
}

/** A brace that opens no quantifier stands for itself. */
function plain(pattern: Pattern, character: string): string {
  pattern.at -= character.length
  if (accept(pattern, /\{\d+(,\d*)?\}/y))
    return refusePattern(pattern, 'quantifier does not follow a repeatable item')
  if (accept(pattern, /\{\s*,?\s*\d+\s*,?\s*\d*\s*\}/y)) return refuseConstruct(pattern)
  pattern.at += character.length
  return point(character.codePointAt(0) as number)
}

const places: Record<string, string> = {
  A: start,
  z: end,
  Z: `(?=\\n?${end})`,
  N: '[^\\n]',
}

function readBackslash(pattern: Pattern): string {
  const quoted = accept(pattern, /Q([\s\S]*?)(?:\\E|$)/y)
  if (quoted) return readQuoted(pattern, quoted[1] as string)
  if (accept(pattern, /E/y)) return ''
  const reference = readReference(pattern)
  if (reference) return reference
  const escape = readEscape(pattern)
  if (!escape) return readPlace(pattern, next(pattern))
  if ('code' in escape) return point(escape.code)
  return 'ranges' in escape ? `[${writtenSet(escape.ranges)}]` : escape.property
}

/** A quantifier behind it would be of its last character. */
function readQuoted(pattern: Pattern, text: string): string {
  const points = [...text].map((character) => point(character.codePointAt(0) as number))
  if (points.length !== 1 && /^[*+?{]/.test(peek(pattern))) return refuseConstruct(pattern)
  return points.join('')
}

function readPlace(pattern: Pattern, letter: string): string {
  if (letter === 'N' && peek(pattern) === '{') return refuseConstruct(pattern)
  if (letter === 'R') return atomic(pattern, () => lineEnd)
  const place = places[letter]
  if (place) return place
  if (letter !== 'b' && letter !== 'B') return refuseConstruct(pattern)
  if (pattern.ignoresCase) pattern.asksLetters = true
  return `\\${letter}`
}
