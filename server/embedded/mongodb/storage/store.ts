import { accessSync, constants, mkdirSync } from 'node:fs'
import { open, type Database, type RootDatabase } from 'lmdb'
import { dataFile, hasData, refuseForeignFile, refuseMissing } from './data-file.ts'
import { type GroupCommit, groupCommit } from './group-commit.ts'
import { lockFolder } from './lock.ts'
import { createRoom, type Room } from './room.ts'
import { Unusable } from './unusable.ts'

/** A table as LMDB has it. */
export type RawTable = Database<Buffer, Buffer>

/** A sorted table, changed only within a transaction. */
export interface Table extends Pick<RawTable, 'get' | 'getKeys' | 'getKeysCount' | 'getRange'> {
  putSync(key: Buffer, value: Buffer): unknown
  removeSync(key: Buffer): unknown
}

/** Sorted tables in one durable file; what a transaction writes is all there after a crash, or nothing of it. */
export interface Store {
  /** Raw BSON by collection and record number. */
  documents: Table
  /** Record numbers by index and key. */
  entries: Table
  /** What collections and indexes there are. */
  catalog: Table
  commits: GroupCommit
  /** Copies what was committed last to a folder that is there, without its free pages. */
  copyTo(folder: string): Promise<void>
  /** Frees what readers that died still held. */
  forgetDeadReaders(): void
  /** Bytes that documents, indexes and free pages take. */
  bytes(): number
  close(): Promise<void>
}

/**
 * Opens or creates the store. Throws `Unusable` where the folder cannot be used, or another process uses it.
 * `socketPath` is noted, so that the next to open removes the socket if this process dies.
 */
export function openStore(folder: string, socketPath: string): Store {
  return usable(folder, () => {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    if (hasData(folder)) refuseForeignFile(folder)
    return opened(openEnvironment(folder, false), (environment) => {
      const lock = tableOf(environment, 'lock')
      const { documents, entries, catalog } = tablesOf(environment)
      const room = createRoom(dataFile(folder), environment)
      room.claim(lock, Buffer.alloc(16), Buffer.alloc(1024))
      const release = lockFolder(environment, lock, { folder, socketPath })
      const tables = {
        documents: claiming(documents, room),
        entries: claiming(entries, room),
        catalog: claiming(catalog, room),
      }
      return {
        ...storeOf(environment, tables, groupCommit(transacting(environment, room))),
        close: async () => {
          release()
          room.close()
          await environment.close()
        },
      }
    })
  })
}

function transacting(environment: RootDatabase<Buffer, Buffer>, room: Room): <T>(work: () => T) => T {
  return (work) =>
    environment.transactionSync(() => {
      room.begin()
      return work()
    })
}

/**
 * Opens the store of a folder to read it only, beside a process that writes to it or alone. What is read without
 * giving way to the event loop is of one instant. Throws `Unusable` where there is nothing to be read.
 */
export function openReader(folder: string): Store {
  return usable(folder, () => {
    refuseMissing(folder)
    refuseForeignFile(folder)
    const refused = groupCommit(() => {
      throw new Error('The store is open to be read only')
    })
    return opened(openEnvironment(folder, true), (environment) => ({
      ...storeOf(environment, tablesOf(environment), refused),
      close: () => environment.close(),
    }))
  })
}

/** Closes the file again where something is wrong with it. */
function opened(
  environment: RootDatabase<Buffer, Buffer>,
  use: (environment: RootDatabase<Buffer, Buffer>) => Store,
): Store {
  try {
    return use(environment)
  } catch (error) {
    void environment.close()
    throw error
  }
}

type Tables = Pick<Store, 'documents' | 'entries' | 'catalog'>

function tablesOf(environment: RootDatabase<Buffer, Buffer>): Record<keyof Tables, RawTable> {
  return {
    documents: tableOf(environment, 'documents'),
    entries: tableOf(environment, 'entries'),
    catalog: tableOf(environment, 'catalog'),
  }
}

function tableOf(environment: RootDatabase<Buffer, Buffer>, name: string): RawTable {
  const table = environment.openDB<Buffer, Buffer>({ name, keyEncoding: 'binary', encoding: 'binary' }) as
    RawTable | undefined
  return table ?? missing(name)
}

function missing(table: string): never {
  throw new Error(`It has no table '${table}'`)
}

function storeOf(environment: RootDatabase<Buffer, Buffer>, tables: Tables, commits: GroupCommit) {
  return {
    ...tables,
    commits,
    copyTo: (folder: string) => environment.backup(folder, true),
    forgetDeadReaders: () => void environment.readerCheck(),
    bytes: () => {
      const { lastPageNumber, pageSize } = environment.getStats() as Record<string, number>
      return ((lastPageNumber ?? 0) + 1) * (pageSize ?? 0)
    },
  }
}

/** The table with room on the disk claimed before anything is put into it or removed. */
function claiming(table: RawTable, room: Room): Table {
  return {
    get: (key) => table.get(key),
    getKeys: (range) => table.getKeys(range),
    getKeysCount: (range) => table.getKeysCount(range),
    getRange: (range) => table.getRange(range),
    putSync: (key, value) => {
      room.claim(table, key, value)
      table.putSync(key, value)
    },
    removeSync: (key) => {
      room.claim(table, key)
      table.removeSync(key)
    },
  }
}

function openEnvironment(folder: string, readOnly: boolean): RootDatabase<Buffer, Buffer> {
  return open<Buffer, Buffer>({
    path: folder,
    readOnly,
    noSubdir: false,
    overlappingSync: false,
    keyEncoding: 'binary',
    encoding: 'binary',
    maxDbs: 8,
  })
}

function usable<T>(folder: string, act: () => T): T {
  try {
    return act()
  } catch (error) {
    if (error instanceof Unusable) throw error
    throw new Unusable(`The database folder ${folder} cannot be used: ${(error as Error).message}`, {
      cause: error,
    })
  }
}
