import { copyFileSync, existsSync, linkSync, readdirSync, rmSync } from 'node:fs'
import { dataFile, flush } from '../storage/data-file.ts'
import { Unusable } from '../storage/unusable.ts'
import { beside } from './beside.ts'
import { confirm } from './certificate.ts'
import { checkFolder, type Report } from './check-folder.ts'
import type { Tell } from './tell.ts'

/**
 * Makes the database of an empty folder from a backup, which is held against its certificate before and checked
 * entry by entry after. Until it is in order the folder has no database; one that is there is never overwritten.
 */
export async function restore(backup: string, folder: string, tell: Tell): Promise<Report> {
  refuseFilled(folder)
  tell('Comparing the backup with its certificate ...')
  await confirm(backup)
  const place = beside(folder)
  try {
    copyFileSync(dataFile(backup), dataFile(place))
    const report = await checkFolder(place, tell)
    if (report.faults.length === 0) {
      flush(dataFile(place))
      linkSync(dataFile(place), dataFile(folder))
      flush(folder)
    }
    return report
  } finally {
    rmSync(place, { recursive: true })
  }
}

function refuseFilled(folder: string): void {
  const names = existsSync(folder) ? readdirSync(folder) : []
  if (names.some((name) => name !== 'beside'))
    throw new Unusable(`The database folder ${folder} is not empty: move it away to restore a backup`)
}
