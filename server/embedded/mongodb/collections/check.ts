import { decode } from '../bson/decode.ts'
import { constant } from '../query/condition.ts'
import { after, numberKey } from '../storage/keys.ts'
import type { Store } from '../storage/store.ts'
import { entryKey } from './entries.ts'
import { find, queryOf } from './find.ts'
import { keysOf } from './index-keys.ts'
import type { Collection, Index } from './model.ts'

export interface Findings {
  documents: number
  /** Entries of each index by its name. */
  entries: Map<string, number>
  /** A sentence for each thing that is not as it should be. */
  errors: string[]
}

/** Holds every index entry against its document, every document against its entries, and the count. */
export function checkCollection(store: Store, collection: Collection): Findings {
  const findings: Findings = { documents: 0, entries: new Map(), errors: [] }
  const expected = new Map(collection.indexes.map((index) => [index, 0]))
  for (const { record, bytes } of find(store, { ...collection, indexes: [] }, queryOf(constant(true)))) {
    findings.documents++
    const document = decode(bytes)
    for (const index of collection.indexes) {
      const keys = keysOf(index, document).keys
      expected.set(index, (expected.get(index) ?? 0) + keys.size)
      for (const key of keys.values())
        if (!store.entries.doesExist(entryKey(index, key.bytes, record)))
          findings.errors.push(`Record ${record} is missing from the index ${index.name}`)
    }
  }
  for (const [index, count] of expected) compareEntries(store, index, count, findings)
  if (findings.documents !== collection.documents)
    findings.errors.push(`${findings.documents} documents are there, ${collection.documents} were counted`)
  return findings
}

/** As no entry is missing, one too many shows in their number. */
function compareEntries(store: Store, index: Index, expected: number, { entries, errors }: Findings): void {
  const start = numberKey(index.number)
  const count = store.entries.getKeysCount({ start, end: after(start) })
  entries.set(index.name, count)
  if (count !== expected) errors.push(`The index ${index.name} has ${count} entries, not ${expected}`)
}
