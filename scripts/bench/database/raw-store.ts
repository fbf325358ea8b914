import { deserialize, serialize } from 'bson'
import { open, type Database } from 'lmdb'
import { idOf, posting } from './postings.ts'

/** LMDB as the server opens it, with nothing above it: documents by their ids. */
export type RawStore = Database<Buffer, Buffer>

export const openRaw = (path: string): RawStore =>
  open<Buffer, Buffer>({ path, overlappingSync: false, keyEncoding: 'binary', encoding: 'binary' })

const keyOf = (number: number): Buffer => Buffer.from(idOf(number).id)

/** Puts postings in transactions of `size`, each flushed, and gives how many a second; encoding them is not counted. */
export function rawInserts(store: RawStore, from: number, count: number, size: number): number {
  let milliseconds = 0
  for (let start = from; start < from + count; start += size) {
    const batch = Array.from({ length: size }, (_, step) => start + step)
    const entries = batch.map((number) => [keyOf(number), Buffer.from(serialize(posting(number)))] as const)
    const started = performance.now()
    store.transactionSync(() => entries.forEach(([key, bytes]) => store.putSync(key, bytes)))
    milliseconds += performance.now() - started
  }
  return (count * 1_000) / milliseconds
}

/** Reads and decodes every document; how many there were. */
export function rawScan(store: RawStore): number {
  let count = 0
  for (const { value } of store.getRange({})) {
    deserialize(value)
    count += 1
  }
  return count
}
