import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { resolve, sep } from 'node:path'
import { dataFile, flush, lockFile } from '../storage/data-file.ts'
import { openReader } from '../storage/store.ts'
import { Unusable } from '../storage/unusable.ts'
import { certify } from './certificate.ts'
import { checkFolder, type Report } from './check-folder.ts'
import { copyStore } from './copy.ts'
import { megabytes, type Tell } from './tell.ts'

/**
 * Copies the database of a folder, as it is at one instant, to a new folder; a process that writes to it goes on
 * meanwhile. The copy is checked and gets its certificate if it is in order: without one it is no backup.
 */
export async function backUp(folder: string, target: string, tell: Tell): Promise<Report> {
  const store = openReader(folder)
  try {
    makeEmptyFolder(target, folder)
    tell(`Copying up to ${megabytes(store.bytes())} ...`)
    await copyStore(store, target)
  } finally {
    await store.close()
  }
  flush(dataFile(target))
  const report = await checkFolder(target, tell)
  rmSync(lockFile(target), { force: true })
  if (report.faults.length === 0) await certify(target)
  return report
}

/** Not within the database's own folder, which is moved away as a whole. */
function makeEmptyFolder(target: string, folder: string): void {
  if (resolve(target).startsWith(resolve(folder) + sep))
    throw new Unusable(`The folder ${target} is within that of the database: name another for the backup`)
  if (namesIn(target).length > 0)
    throw new Unusable(`The folder ${target} is not empty: name a new one for the backup`)
}

function namesIn(target: string): string[] {
  try {
    mkdirSync(target, { recursive: true, mode: 0o700 })
    return readdirSync(target)
  } catch (error) {
    throw new Unusable(`The folder ${target} cannot be used: ${(error as Error).message}`, { cause: error })
  }
}
