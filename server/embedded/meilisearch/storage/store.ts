import { open } from 'lmdb'
import type { Database } from 'lmdb'
import type { ApiKey } from '../keys/api-key.ts'
import type { IndexRecord } from '../index/index-record.ts'
import type { Task } from '../tasks/task.ts'

/** `[key of the index, number of the document]`: survives renaming and swapping of indexes. */
export type DocumentKey = [number, number]

export type Store = {
  indexes: Database<IndexRecord, string>
  documents: Database<string, DocumentKey>
  tasks: Database<Task, number>
  /** Bodies of tasks that are not finished. */
  payloads: Database<Buffer, number>
  keys: Database<ApiKey, string>
  counters: Database<number, string>
  /** Runs the synchronous puts and removes in one transaction; resolves once they are on the disk. */
  write(change: () => void): Promise<void>
  close(): Promise<void>
}

export function openStore(folder: string): Store {
  const root = open({ path: folder, overlappingSync: false, maxDbs: 8, noSubdir: false })
  return {
    indexes: root.openDB('indexes', { encoding: 'json' }),
    documents: root.openDB('documents', { encoding: 'string' }),
    tasks: root.openDB('tasks', { encoding: 'json' }),
    payloads: root.openDB('payloads', { encoding: 'binary' }),
    keys: root.openDB('keys', { encoding: 'json' }),
    counters: root.openDB('counters', { encoding: 'json' }),
    async write(change) {
      await root.transaction(change)
    },
    close: () => root.close(),
  }
}

/** The document keys of one index, in the order of their numbers. */
export function documentRange(index: number): { start: DocumentKey; end: DocumentKey } {
  return { start: [index, 0], end: [index, Number.MAX_SAFE_INTEGER] }
}
