import { accept, next, type Pattern, refuseConstruct, refusePattern } from './pattern.ts'
import { complement, type Ranges, shorthands, word } from './sets.ts'

/** What a backslash and what follows it stand for, alike within brackets and outside. */
export type Escape = { code: number } | { ranges: Ranges } | { property: string }

const controls: Record<string, number> = { a: 7, e: 27, f: 12, n: 10, r: 13, t: 9 }

/** Two letters beyond ASCII that are the same as s and k where case is ignored. */
const folded: Ranges = [
  [0x17f, 0x17f],
  [0x212a, 0x212a],
]

/** Reads an escape behind its backslash; `undefined` where the letter means something else to each place. */
export function readEscape(pattern: Pattern): Escape | undefined {
  const start = pattern.at
  const letter = next(pattern)
  if (letter === '') return refusePattern(pattern, '\\ at end of pattern')
  if (!/^[a-zA-Z0-9]$/.test(letter)) return { code: letter.codePointAt(0) as number }
  const control = controls[letter]
  if (control !== undefined) return { code: control }
  const shorthand = shorthands[letter.toLowerCase()]
  if (shorthand) return { ranges: letterSet(pattern, letter, shorthand) }
  const numbered = readNumbered(pattern, letter)
  if (numbered !== undefined) return { code: numbered }
  if (letter === 'p' || letter === 'P') return { property: readProperty(pattern, letter) }
  pattern.at = start
  return undefined
}

function letterSet(pattern: Pattern, letter: string, set: Ranges): Ranges {
  if (set === word && pattern.ignoresCase) pattern.asksLetters = true
  if (letter === letter.toLowerCase()) return set
  if (set !== word || !pattern.ignoresCase) return complement(set)
  return complement([...set, ...folded])
}

function readNumbered(pattern: Pattern, letter: string): number | undefined {
  if (letter === '0') return parseInt(accept(pattern, /[0-7]{0,2}/y)?.[0] || '0', 8)
  if (letter === 'x') return readHexadecimal(pattern)
  if (letter === 'o') return checked(pattern, parseInt(accept(pattern, /\{([0-7]+)\}/y)?.[1] ?? '', 8))
  if (letter !== 'c') return undefined
  const control = next(pattern)
  if (!/^[ -~]$/.test(control))
    return refusePattern(pattern, '\\c must be followed by a printable ASCII character')
  return control.toUpperCase().charCodeAt(0) ^ 0x40
}

function readHexadecimal(pattern: Pattern): number {
  const braced = accept(pattern, /\{([0-9a-fA-F]+)\}/y)
  if (braced) return checked(pattern, parseInt(braced[1] as string, 16))
  return parseInt(accept(pattern, /[0-9a-fA-F]{0,2}/y)?.[0] || '0', 16)
}

function checked(pattern: Pattern, code: number): number {
  if (!(code <= 0x10ffff) || (code >= 0xd800 && code <= 0xdfff))
    return refusePattern(pattern, 'character code point value in \\x{} or \\o{} is too large')
  return code
}

/** Only general categories, and where case counts: what a script holds, and what folds to what, depends on versions. */
function readProperty(pattern: Pattern, letter: string): string {
  const found = accept(pattern, /([LMNPSZ])|\{\s*(\^?)\s*([LMNPSZ][a-z]?)\s*\}/y)
  if (!found || pattern.ignoresCase) return refuseConstruct(pattern)
  const category = (found[1] ?? found[3]) as string
  const isNegated = (letter === 'P') !== (found[2] === '^')
  return `\\${isNegated ? 'P' : 'p'}{${category}}`
}
