import { rmSync } from 'node:fs'
import { dataFile } from '../storage/data-file.ts'
import type { Store } from '../storage/store.ts'
import { Unusable } from '../storage/unusable.ts'

/** Copies the store to a folder that is there. Where it fails, as on a full disk, nothing of the copy stays. */
export async function copyStore(store: Pick<Store, 'copyTo'>, folder: string): Promise<void> {
  try {
    await store.copyTo(folder)
  } catch (error) {
    rmSync(dataFile(folder), { force: true })
    throw new Unusable(`The copy in ${folder} cannot be written: ${(error as Error).message}`, {
      cause: error,
    })
  }
}
