import { accessSync, constants, mkdirSync } from 'node:fs'
import { open, type Database, type RootDatabase } from 'lmdb'
import { type GroupCommit, groupCommit } from './group-commit.ts'
import { lockFolder } from './lock.ts'

export type Table = Database<Buffer, Buffer>

/** Sorted tables in one durable file; what a transaction writes is all there after a crash, or nothing of it. */
export interface Store {
  /** Raw BSON by collection and record number. */
  documents: Table
  /** Record numbers by index and key. */
  entries: Table
  /** What collections and indexes there are. */
  catalog: Table
  commits: GroupCommit
  close(): Promise<void>
}

/**
 * Opens or creates the store. Throws one sentence where the folder cannot be used, or another process uses it.
 * `socketPath` is noted, so that the next to open removes the socket if this process dies.
 */
export function openStore(folder: string, socketPath: string): Store {
  const environment = usable(folder, openEnvironment)
  const table = (name: string): Table =>
    environment.openDB<Buffer, Buffer>({ name, keyEncoding: 'binary', encoding: 'binary' })
  const release = lockFolder(environment, table('lock'), { folder, socketPath })
  return {
    documents: table('documents'),
    entries: table('entries'),
    catalog: table('catalog'),
    commits: groupCommit((work) => environment.transactionSync(work)),
    close: async () => {
      release()
      await environment.close()
    },
  }
}

function openEnvironment(folder: string): RootDatabase<Buffer, Buffer> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  return open<Buffer, Buffer>({
    path: folder,
    noSubdir: false,
    overlappingSync: false,
    keyEncoding: 'binary',
    encoding: 'binary',
    maxDbs: 8,
  })
}

function usable<T>(folder: string, act: (folder: string) => T): T {
  try {
    return act(folder)
  } catch (error) {
    throw new Error(`The database folder ${folder} cannot be used: ${(error as Error).message}`, {
      cause: error,
    })
  }
}
