import { numberKey, recordAtEnd, recordValue } from '../storage/keys.ts'
import type { Store } from '../storage/store.ts'
import { duplicateKey } from './duplicate-key.ts'
import type { DocumentKeys, KeyedValues } from './index-keys.ts'
import type { Collection, Index } from './model.ts'

/** A unique entry leads to its record by its value; any other has the record in its key. */
export function entryKey(index: Index, key: Buffer, record: number): Buffer {
  const parts = [numberKey(index.number), key]
  return Buffer.concat(index.unique ? parts : [...parts, recordValue(record)])
}

const nothing = Buffer.alloc(0)

/** Refuses with DuplicateKey where one of the keys belongs to another record. */
export function refuseDuplicates(
  store: Store,
  collection: Collection,
  index: Index,
  keys: Iterable<KeyedValues>,
  record: number,
): void {
  if (!index.unique) return
  for (const key of keys) {
    const holder = store.entries.get(entryKey(index, key.bytes, record))
    if (holder && recordAtEnd(holder) !== record) throw duplicateKey(collection, index, key.values)
  }
}

export function putEntries(store: Store, index: Index, keys: Iterable<KeyedValues>, record: number): void {
  const value = index.unique ? recordValue(record) : nothing
  for (const key of keys) store.entries.putSync(entryKey(index, key.bytes, record), value)
}

export function removeEntries(store: Store, index: Index, keys: Iterable<KeyedValues>, record: number): void {
  for (const key of keys) store.entries.removeSync(entryKey(index, key.bytes, record))
}

/** Remembers what a planner must know of the keys written to an index. True where that is new. */
export function noteKeys(index: Index, { keys, multikey }: DocumentKeys): boolean {
  let changed = false
  multikey.forEach((isMultikey, field) => {
    if (isMultikey && !index.multikey[field]) changed = index.multikey[field] = true
  })
  const sorts = index.sorts && [...keys.values()].every((key) => key.sorts)
  changed ||= sorts !== index.sorts
  index.sorts = sorts
  return changed
}
