import { numberKey, recordAtEnd, recordValue } from '../storage/keys.ts'
import type { Found } from '../bson/value.ts'
import type { Store } from '../storage/store.ts'
import { heldByAnother } from './alike.ts'
import { duplicateKey } from './duplicate-key.ts'
import type { DocumentKeys, KeyedValues } from './index-keys.ts'
import type { Collection, Index } from './model.ts'

/** A direct entry leads to its record by its value; any other has the record in its key. */
export function entryKey(index: Index, key: Buffer, record: number): Buffer {
  const parts = [numberKey(index.number), key]
  return Buffer.concat(index.direct ? parts : [...parts, recordValue(record)])
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
    const taken = index.direct
      ? directlyHeld(store, index, key, record)
      : heldByAnother(store, collection, index, key, record)
    if (taken) throw duplicateKey(collection, index, taken)
  }
}

function directlyHeld(
  store: Store,
  index: Index,
  key: KeyedValues,
  record: number,
): readonly Found[] | undefined {
  const holder = store.entries.get(entryKey(index, key.bytes, record))
  return holder && recordAtEnd(holder) !== record ? key.values : undefined
}

export function putEntries(store: Store, index: Index, keys: Iterable<KeyedValues>, record: number): void {
  const value = index.direct ? recordValue(record) : nothing
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
  for (const key of keys.values())
    key.sorts.forEach((sorts, field) => {
      if (!sorts && index.sorts[field]) index.sorts[field] = !(changed = true)
    })
  return changed
}
