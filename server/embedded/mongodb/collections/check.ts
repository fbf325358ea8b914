import { decode } from '../bson/decode.ts'
import type { Document } from '../bson/value.ts'
import { after, documentKey, numberKey, recordAtEnd } from '../storage/keys.ts'
import type { Store } from '../storage/store.ts'
import { heldByAnother } from './alike.ts'
import { entryKey } from './entries.ts'
import { type DocumentKeys, keysOf } from './index-keys.ts'
import type { Collection, Index } from './model.ts'
import type { Access } from './plan.ts'
import { scan } from './scan.ts'

export interface Findings {
  documents: number
  /** Entries of each index by its name. */
  entries: Map<string, number>
  /** A sentence for each thing that is not as it should be. */
  errors: string[]
}

const everything: Access = { kind: 'scan', reverse: false }

/**
 * Holds every document against its index entries, every entry against its document, and the count. An index that is
 * to be written anew at the next start is left out.
 */
export function checkCollection(store: Store, whole: Collection): Findings {
  const collection = { ...whole, indexes: whole.indexes.filter(({ outdated }) => !outdated) }
  const findings: Findings = { documents: 0, entries: new Map(), errors: [] }
  let size = 0
  for (const { record, bytes } of scan(store, collection, everything)) {
    findings.documents++
    size += bytes.length
    checkDocument(store, collection, record, bytes, findings)
  }
  for (const index of collection.indexes) checkEntries(store, collection, index, findings)
  if (findings.documents !== collection.documents)
    findings.errors.push(`${collection.documents} documents were counted, ${findings.documents} are there`)
  else if (size !== collection.bytes)
    findings.errors.push(`The documents have ${size} bytes, ${collection.bytes} were counted`)
  return findings
}

function checkDocument(
  store: Store,
  collection: Collection,
  record: number,
  bytes: Buffer,
  { errors }: Findings,
): void {
  const document = readable(bytes)
  if (!document) return void errors.push(`Record ${record} is no whole document`)
  for (const index of collection.indexes) {
    const keys = keysOf(index, document)
    for (const key of keys.keys.values()) {
      if (!leadsTo(store, index, key.bytes, record))
        errors.push(`Record ${record} is missing from the index ${index.name}`)
      if (index.unique && !index.direct && heldByAnother(store, collection, index, key, record))
        errors.push(`Record ${record} has a key that another has, in the unique index ${index.name}`)
    }
    if (isUnknown(index, keys))
      errors.push(`The index ${index.name} does not know what kind of values record ${record} has`)
  }
}

function readable(bytes: Buffer): Document | undefined {
  try {
    return decode(bytes)
  } catch {
    return undefined
  }
}

function leadsTo(store: Store, index: Index, key: Buffer, record: number): boolean {
  const value = store.entries.get(entryKey(index, key, record))
  return value !== undefined && (!index.direct || recordAtEnd(value) === record)
}

/** A planner that knows of no array, or of no shortened key, would read the index wrongly. */
function isUnknown(index: Index, { keys, multikey }: DocumentKeys): boolean {
  if (multikey.some((isMultikey, at) => isMultikey && !index.multikey[at])) return true
  return [...keys.values()].some(({ sorts }) => sorts.some((one, at) => !one && index.sorts[at]))
}

function checkEntries(store: Store, collection: Collection, index: Index, findings: Findings): void {
  const start = numberKey(index.number)
  let count = 0
  for (const { key, value } of store.entries.getRange({ start, end: after(start) })) {
    count++
    const record = recordAtEnd(index.direct ? value : key)
    const fault = faultOf(store, collection, index, key, record)
    if (fault) findings.errors.push(`An entry of the index ${index.name} leads to ${fault}`)
  }
  findings.entries.set(index.name, count)
}

function faultOf(
  store: Store,
  collection: Collection,
  index: Index,
  key: Buffer,
  record: number,
): string | undefined {
  const bytes = store.documents.get(documentKey(collection.number, record))
  if (!bytes) return `record ${record}, which is not there`
  const document = readable(bytes)
  if (!document) return undefined
  const keys = [...keysOf(index, document).keys.values()]
  if (keys.some(({ bytes }) => entryKey(index, bytes, record).equals(key))) return undefined
  return `record ${record}, which has another value`
}
