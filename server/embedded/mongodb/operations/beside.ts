import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { dataFile, flush, lockFile } from '../storage/data-file.ts'

/** Where a file is made before it is the folder's database; what a crash left of an earlier one is removed. */
export function beside(folder: string): string {
  const place = join(folder, 'beside')
  rmSync(place, { recursive: true, force: true })
  mkdirSync(place, { recursive: true, mode: 0o700 })
  return place
}

/**
 * Puts the file made beside in the place of the one in use, in one step: after a crash there is the one or the
 * other. The lock file goes first, for it speaks of the old one.
 */
export function takePlace(place: string, folder: string): void {
  flush(dataFile(place))
  rmSync(lockFile(folder), { force: true })
  renameSync(dataFile(place), dataFile(folder))
  flush(folder)
}
