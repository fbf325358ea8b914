import { refuse } from '../errors.ts'
import { isArrayPosition } from './update-path.ts'

type Paths = Map<string, Paths>

/** Refuses two changes of one field, of a field and one within it, or of an array by positions and by names. */
export function refuseConflicts(paths: readonly (readonly string[])[]): void {
  refuseMeetings(paths, (path, other) => `Updating the path '${path}' would create a conflict at '${other}'`)
}

/** The same of paths whose positions were found in a document. */
export function refuseConflictsFound(paths: readonly (readonly string[])[]): void {
  refuseMeetings(paths, (_, other) => `Update created a conflict at '${other}'`)
}

function refuseMeetings(
  paths: readonly (readonly string[])[],
  sentence: (path: string, other: string) => string,
): void {
  const root: Paths = new Map()
  for (const path of paths) {
    const shared = meeting(root, path)
    if (shared !== undefined)
      refuse('ConflictingUpdateOperators', sentence(path.join('.'), path.slice(0, shared).join('.')))
  }
}

/** Adds the path; gives how many segments lead to where it meets another, if it does. */
function meeting(root: Paths, path: readonly string[]): number | undefined {
  let node = root
  for (const [at, segment] of path.entries()) {
    if (isMixed(node, segment)) return at
    const next = node.get(segment)
    if (next && (at === path.length - 1 || next.size === 0)) return at + 1
    node = next ?? child(node, segment)
  }
  return undefined
}

function isMixed(node: Paths, segment: string): boolean {
  const [other] = node.keys()
  return other !== undefined && isArrayPosition(other) !== isArrayPosition(segment)
}

function child(node: Paths, segment: string): Paths {
  const created: Paths = new Map()
  node.set(segment, created)
  return created
}
