import { rmSync, statSync } from 'node:fs'
import { dataFile, refuseMissing } from '../storage/data-file.ts'
import { openStore } from '../storage/store.ts'
import { Unusable } from '../storage/unusable.ts'
import { beside, takePlace } from './beside.ts'
import { checkFolder } from './check-folder.ts'
import { copyStore } from './copy.ts'
import { megabytes, type Tell } from './tell.ts'

export interface Compaction {
  bytesBefore: number
  bytesAfter: number
}

/**
 * Writes the database anew without its free pages and puts it in the place of the old one. Throws `Unusable`
 * where another process uses the folder, and where the new file is not in order: the old one stays then.
 */
export async function compact(folder: string, tell: Tell): Promise<Compaction> {
  refuseMissing(folder)
  const store = openStore(folder, '')
  const place = beside(folder)
  try {
    const bytesBefore = statSync(dataFile(folder)).size
    tell(`Writing ${megabytes(bytesBefore)} anew ...`)
    await copyStore(store, place)
    const [fault] = (await checkFolder(place, tell)).faults
    if (fault) throw new Unusable(`The new file is not in order, the old one stays: ${fault}`)
    takePlace(place, folder)
    return { bytesBefore, bytesAfter: statSync(dataFile(folder)).size }
  } finally {
    rmSync(place, { recursive: true })
    await store.close()
  }
}
