import { refuse } from '../errors.ts'

/** Refuses two changes of one field, or of a field and one within it. */
export function refuseConflicts(paths: readonly string[]): void {
  const all = new Set<string>()
  for (const path of paths) {
    if (all.has(path)) refuseConflict(path, path)
    all.add(path)
  }
  for (const path of paths)
    for (const above of pathsAbove(path)) if (all.has(above)) refuseConflict(path, above)
}

function refuseConflict(path: string, other: string): never {
  return refuse(
    'ConflictingUpdateOperators',
    `Updating the path '${path}' would create a conflict at '${other}'`,
  )
}

function pathsAbove(path: string): string[] {
  const segments = path.split('.')
  return segments.slice(1).map((_, at) => segments.slice(0, at + 1).join('.'))
}
