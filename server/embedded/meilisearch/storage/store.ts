import { open } from 'lmdb'
import type { Database } from 'lmdb'
import type { ApiKey } from '../keys/api-key.ts'
import type { Lists } from '../index/edition.ts'
import type { IndexRecord } from '../index/index-record.ts'
import type { Task } from '../tasks/task.ts'

/** `[key of the index, number of the document]`: survives renaming and swapping of indexes. */
export type DocumentKey = [number, number]

export type Store = {
  indexes: Database<IndexRecord, string>
  documents: Database<string, DocumentKey>
  /** `[edition, number of the document]`: documents as the index takes them in, so that a start needs no tokenizing. */
  prepared: Database<Buffer, [number, number]>
  /** `[edition, place]`: what the prepared documents of an edition name by number. */
  lists: Database<Lists, [number, number]>
  tasks: Database<Task, number>
  /** Bodies of tasks that are not finished. */
  payloads: Database<Buffer, number>
  keys: Database<ApiKey, string>
  counters: Database<number, string>
  /** Runs the synchronous puts and removes in one transaction; resolves once they are on the disk. */
  write(change: () => void): Promise<void>
  /** A number that no index has stored anything under. */
  takeEdition(): number
  close(): Promise<void>
}

export function openStore(folder: string): Store {
  const root = open({ path: folder, overlappingSync: false, maxDbs: 10, noSubdir: false })
  const databases = {
    indexes: root.openDB<IndexRecord, string>('indexes', { encoding: 'json' }),
    documents: root.openDB<string, DocumentKey>('documents', { encoding: 'string' }),
    prepared: root.openDB<Buffer, [number, number]>('prepared', { encoding: 'binary' }),
    lists: root.openDB<Lists, [number, number]>('lists', { encoding: 'json' }),
    tasks: root.openDB<Task, number>('tasks', { encoding: 'json' }),
    payloads: root.openDB<Buffer, number>('payloads', { encoding: 'binary' }),
    keys: root.openDB<ApiKey, string>('keys', { encoding: 'json' }),
    counters: root.openDB<number, string>('counters', { encoding: 'json' }),
  }
  let edition = highestEdition(databases)
  return {
    ...databases,
    async write(change) {
      await root.transaction(change)
    },
    takeEdition: () => ++edition,
    close: () => root.close(),
  }
}

function highestEdition({ indexes, prepared, lists }: Pick<Store, 'indexes' | 'prepared' | 'lists'>): number {
  const named = [...indexes.getRange()].map(({ value }) => value.edition?.number ?? 0)
  const stored = [prepared, lists].flatMap((each) => [...each.getKeys({ reverse: true, limit: 1 })])
  return Math.max(0, ...named, ...stored.map(([number]) => number))
}

/** The document keys of one index, in the order of their numbers. */
export function documentRange(index: number): { start: DocumentKey; end: DocumentKey } {
  return { start: [index, 0], end: [index, Number.MAX_SAFE_INTEGER] }
}
