import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { dataFile, flush, lockFile } from '../storage/data-file.ts'
import { openReader } from '../storage/store.ts'
import { Unusable } from '../storage/unusable.ts'
import { certify } from './certificate.ts'
import { checkFolder, type Report } from './check-folder.ts'
import { megabytes, type Tell } from './tell.ts'

/**
 * Copies the database of a folder, as it is at one instant, to a new folder; a process that writes to it goes on
 * meanwhile. The copy is checked and gets its certificate if it is in order: without one it is no backup.
 */
export async function backUp(folder: string, target: string, tell: Tell): Promise<Report> {
  const store = openReader(folder)
  try {
    makeEmptyFolder(target)
    tell(`Copying up to ${megabytes(store.bytes())} ...`)
    await store.copyTo(target)
  } finally {
    await store.close()
  }
  flush(dataFile(target))
  const report = await checkFolder(target, tell)
  rmSync(lockFile(target), { force: true })
  if (report.faults.length === 0) await certify(target)
  return report
}

function makeEmptyFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (readdirSync(folder).length > 0) throw new Unusable(`The folder ${folder} is not empty`)
}
