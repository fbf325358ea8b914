import { refuse } from '../../errors.ts'

/** A pattern on its way from Perl's language to JavaScript's. */
export interface Pattern {
  readonly source: string
  at: number
  /** Those of the options m, s and x that hold here; i holds for the whole. */
  flags: ReadonlySet<string>
  readonly ignoresCase: boolean
  /** The number in JavaScript's pattern of each of Perl's groups, the first at 1. */
  readonly groups: number[]
  readonly names: Map<string, number>
  /** Groups that took part whenever what follows them is reached. */
  readonly certain: Set<number>
  /** Groups in JavaScript's pattern so far. */
  written: number
  /** How many groups and assertions are open. */
  depth: number
  /** How many of them look back. */
  behind: number
  /** Whether the whole has alternatives while it refers back to a group. */
  hasAlternatives: boolean
  refersBack: boolean
  /** Whether it asks for ASCII letters while case is ignored: two letters beyond ASCII would count as such. */
  asksLetters: boolean
}

export function patternOf(source: string, flags: ReadonlySet<string>): Pattern {
  return {
    source,
    at: 0,
    flags,
    ignoresCase: flags.has('i'),
    groups: [0],
    names: new Map(),
    certain: new Set(),
    written: 0,
    depth: 0,
    behind: 0,
    hasAlternatives: false,
    refersBack: false,
    asksLetters: false,
  }
}

/** The next character, which may take two units. */
export function peek({ source, at }: Pattern): string {
  const code = source.codePointAt(at)
  return code === undefined ? '' : String.fromCodePoint(code)
}

export function next(pattern: Pattern): string {
  const character = peek(pattern)
  pattern.at += character.length
  return character
}

/** Moves behind what matches here and gives it; `undefined` where nothing does. */
export function accept(pattern: Pattern, expression: RegExp): RegExpExecArray | undefined {
  expression.lastIndex = pattern.at
  const found = expression.exec(pattern.source) ?? undefined
  if (found) pattern.at += found[0].length
  return found
}

/** Refuses what Perl knows and JavaScript could only read as something else. */
export function refuseConstruct({ source }: Pattern): never {
  return refuse('CommandNotSupported', `Regular expression is not supported: ${source}`)
}

/** Refuses what is no expression in Perl either. */
export function refusePattern({ source }: Pattern, reason: string): never {
  return refuse(51091, `Regular expression is invalid: ${reason}: ${source}`)
}
