import { type Escape, readEscape } from './escapes.ts'
import { accept, next, type Pattern, peek, refuseConstruct, refusePattern } from './pattern.ts'
import { complement, point, posix, type Ranges, written } from './sets.ts'

/** A class, behind its opening bracket. */
export function readBracket(pattern: Pattern): string {
  const isNegated = accept(pattern, /\^/y) !== undefined
  let members = ''
  for (let isFirst = true; isFirst || peek(pattern) !== ']'; isFirst = false) {
    if (peek(pattern) === '') return refusePattern(pattern, 'missing terminating ] for character class')
    members += readQuoted(pattern) ?? readMember(pattern)
  }
  next(pattern)
  if (members === '') return isNegated ? '[\\s\\S]' : '(?!)'
  return `[${isNegated ? '^' : ''}${members}]`
}

/** `\Q...\E` as plain characters. */
function readQuoted(pattern: Pattern): string | undefined {
  const quoted = accept(pattern, /\\Q([\s\S]*?)(?:\\E|$)/y) ?? accept(pattern, /\\E/y)
  if (!quoted) return undefined
  if (peek(pattern) === '-') return refuseConstruct(pattern)
  return [...(quoted[1] ?? '')].map((character) => point(character.codePointAt(0) as number)).join('')
}

function readMember(pattern: Pattern): string {
  const first = readOne(pattern)
  if (!accept(pattern, /-(?!\])/y)) return writtenMember(first)
  if (accept(pattern, /(?=\\[QE]|\[[:.=])/y)) return refuseConstruct(pattern)
  const end = readOne(pattern)
  if (!('code' in first) || !('code' in end)) return refuseConstruct(pattern)
  if (end.code < first.code) return refusePattern(pattern, 'range out of order in character class')
  return `${point(first.code)}-${point(end.code)}`
}

function writtenMember(member: Escape): string {
  if ('code' in member) return point(member.code)
  return 'ranges' in member ? written(member.ranges) : member.property
}

function readOne(pattern: Pattern): Escape {
  const named = accept(pattern, /\[:(\^?)([a-z]+):\]/y)
  if (named) return { ranges: posixSet(pattern, named[1] === '^', named[2] as string) }
  if (accept(pattern, /\[([.=:])[^\]]*\1\]/y))
    return refusePattern(pattern, 'POSIX collating elements are not supported')
  if (!accept(pattern, /\\/y)) return { code: next(pattern).codePointAt(0) as number }
  return readEscape(pattern) ?? readOwn(pattern)
}

function posixSet(pattern: Pattern, isNegated: boolean, name: string): Ranges {
  const set = Object.hasOwn(posix, name) ? posix[name] : undefined
  if (!set) return refusePattern(pattern, 'unknown POSIX class name')
  if (pattern.ignoresCase && isNegated) return refuseConstruct(pattern)
  if (pattern.ignoresCase) pattern.asksLetters = true
  return isNegated ? complement(set) : set
}

/** Within brackets `\b` is the backspace, and digits are octal. */
function readOwn(pattern: Pattern): Escape {
  if (accept(pattern, /b/y)) return { code: 8 }
  const octal = accept(pattern, /[1-7][0-7]{0,2}/y)
  if (octal) return { code: parseInt(octal[0], 8) }
  return refuseConstruct(pattern)
}
