import { accept, type Pattern, refuseConstruct, refusePattern } from './pattern.ts'

/** A reference to a group, behind its backslash; `undefined` where there is none. */
export function readReference(pattern: Pattern): string | undefined {
  const numbered = accept(pattern, /g?([1-9]\d?)(?!\d)|g\{([1-9]\d?)\}/y)
  if (numbered) return readNumber(pattern, Number(numbered[1] ?? numbered[2]))
  const relative = accept(pattern, /g\{-([1-9]\d?)\}|g-([1-9]\d?)/y)
  if (relative) return reference(pattern, pattern.groups.length - Number(relative[1] ?? relative[2]))
  const named = accept(pattern, /k(?:<(\w+)>|\{(\w+)\}|'(\w+)')/y)
  const name = named?.slice(1).find((part) => part !== undefined)
  return name === undefined ? undefined : reference(pattern, pattern.names.get(name) ?? 0)
}

/** Two digits that number no group may also be an octal character. */
function readNumber(pattern: Pattern, number: number): string {
  if (number > 9 && !pattern.groups[number]) return refuseConstruct(pattern)
  return reference(pattern, number)
}

/** To a group that may not have taken part JavaScript refers as to nothing, and Perl finds no match. */
function reference(pattern: Pattern, number: number): string {
  if (!pattern.groups[number]) return refusePattern(pattern, 'reference to non-existent subpattern')
  if (!pattern.certain.has(number) || pattern.behind > 0) return refuseConstruct(pattern)
  pattern.refersBack = true
  return `\\${pattern.groups[number]}(?:)`
}
