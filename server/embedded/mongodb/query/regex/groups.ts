import { accept, next, type Pattern, peek, refuseConstruct, refusePattern } from './pattern.ts'

/** Reads the alternatives within a group. */
type ReadInner = (pattern: Pattern) => string

const assertions: Record<string, string> = { '=': '(?=', '!': '(?!', '<=': '(?<=', '<!': '(?<!' }

/** A group, behind its opening parenthesis. Options that it sets for what follows it leave no trace. */
export function readGroup(pattern: Pattern, readInner: ReadInner): string {
  if (accept(pattern, /\*/y)) return refuseConstruct(pattern)
  if (!accept(pattern, /\?/y)) return readCapture(pattern, undefined, readInner)
  if (accept(pattern, /#[^)]*/y)) return closed(pattern, '')
  const assertion = accept(pattern, /<?[=!]/y)?.[0]
  if (assertion) return readAssertion(pattern, assertion, readInner)
  const name = accept(pattern, /P?<([A-Za-z_]\w*)>|'([A-Za-z_]\w*)'/y)
  if (name) return readCapture(pattern, name[1] ?? name[2], readInner)
  if (accept(pattern, />/y)) return readAtomic(pattern, readInner)
  return readOptions(pattern, readInner)
}

function closed(pattern: Pattern, text: string): string {
  if (next(pattern) !== ')') return refusePattern(pattern, 'missing closing parenthesis')
  return text
}

function within(pattern: Pattern, readInner: ReadInner): string {
  pattern.depth++
  const inner = readInner(pattern)
  pattern.depth--
  return closed(pattern, inner)
}

function readCapture(pattern: Pattern, name: string | undefined, readInner: ReadInner): string {
  const number = pattern.groups.push(++pattern.written) - 1
  if (name !== undefined) {
    if (pattern.names.has(name)) refusePattern(pattern, 'two named subpatterns have the same name')
    pattern.names.set(name, number)
  }
  return `(${within(pattern, readInner)})`
}

function readAssertion(pattern: Pattern, kind: string, readInner: ReadInner): string {
  const isBehind = kind.startsWith('<')
  if (isBehind) pattern.behind++
  const inner = within(pattern, readInner)
  if (isBehind) pattern.behind--
  return `(?:${assertions[kind]}${inner}))`
}

function readAtomic(pattern: Pattern, readInner: ReadInner): string {
  return atomic(pattern, () => within(pattern, readInner))
}

/** What a lookahead found is not looked for again: it is captured, and then taken as a whole. */
export function atomic(pattern: Pattern, read: () => string): string {
  if (pattern.behind > 0) return refuseConstruct(pattern)
  const number = ++pattern.written
  return `(?=(${read()}))\\${number}(?:)`
}

/** `(?i)`, which holds until the group around it ends, or `(?i:...)`. */
function readOptions(pattern: Pattern, readInner: ReadInner): string {
  const found = accept(pattern, /([imsx]*)(?:-([imsx]*))?(?=[:)])/y)
  if (!found) return refuseConstruct(pattern)
  const flags = new Set([...pattern.flags, ...(found[1] ?? '')])
  for (const flag of found[2] ?? '') flags.delete(flag)
  if (flags.has('i') !== pattern.ignoresCase) return refuseConstruct(pattern)
  if (peek(pattern) === ')') {
    pattern.flags = flags
    return closed(pattern, '')
  }
  next(pattern)
  const outer = pattern.flags
  pattern.flags = flags
  const inner = within(pattern, readInner)
  pattern.flags = outer
  return `(?:${inner})`
}
