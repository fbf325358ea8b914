import { refuse } from '../errors.ts'
import { shortened } from '../bson/key.ts'
import { after, documentKey, numberKey, recordAtEnd } from '../storage/keys.ts'
import type { Store, Table } from '../storage/store.ts'
import type { Interval } from './bounds.ts'
import type { Candidate } from './candidate.ts'
import type { Collection, Index } from './model.ts'
import type { Access } from './plan.ts'
import { refuseLate, type Work } from './work.ts'

export interface StoredDocument {
  record: number
  bytes: Buffer
}

/**
 * The documents that a plan leads to, read a few at a time: a scan that stands still between two batches of a
 * cursor holds no page of the file, and goes on behind where it was. Refuses to go on where what it reads is gone.
 */
export function* scan(
  store: Store,
  collection: Collection,
  access: Access,
  work: Work = { keys: 0, documents: 0 },
): Generator<StoredDocument> {
  if (access.kind === 'scan') return yield* scanCollection(store, collection, access.reverse, work)
  for (const record of distinctRecords(store, collection, access, work)) {
    const bytes = store.documents.get(documentKey(collection.number, record))
    if (!bytes) continue
    work.documents++
    yield { record, bytes }
  }
}

function* scanCollection(
  store: Store,
  collection: Collection,
  reverse: boolean,
  work: Work,
): Generator<StoredDocument> {
  const start = numberKey(collection.number)
  for (const { key, value } of entriesIn(store.documents, { start, end: after(start) }, reverse, 64)) {
    refuseDropped(collection)
    work.documents++
    yield { record: recordAtEnd(key), bytes: value }
  }
}

/** Record numbers in the order of the index, none twice. */
function* distinctRecords(
  store: Store,
  collection: Collection,
  access: Access,
  work: Work,
): Generator<number> {
  const records = recordsOf(store, access, work)
  const comesOnce = access.kind === 'index' && !access.candidate.index.multikey.includes(true)
  const seen = new Set<number>()
  for (const record of records) {
    refuseDropped(collection)
    if (!seen.has(record)) yield record
    if (!comesOnce) seen.add(record)
  }
}

function* recordsOf(store: Store, access: Access, work: Work): Generator<number> {
  if (access.kind === 'any') for (const branch of access.branches) yield* recordsOf(store, branch, work)
  if (access.kind !== 'index') return
  const { candidate, reverse } = access
  const { index, keys } = candidate
  for (const record of keys ? byKeys(store, index, keys, reverse) : byRanges(store, candidate, reverse)) {
    if (index.dropped) refuse('QueryPlanKilled', `index '${index.name}' dropped`)
    work.keys++
    yield record
  }
}

function refuseDropped({ dropped, namespace }: Collection): void {
  refuseLate()
  if (dropped) refuse('QueryPlanKilled', `collection dropped: ${namespace}`)
}

function* byKeys(store: Store, index: Index, keys: readonly Buffer[], reverse: boolean): Generator<number> {
  const number = numberKey(index.number)
  const ordered = distinct(keys)
  for (const key of reverse ? ordered.toReversed() : ordered) {
    const value = store.entries.get(Buffer.concat([number, shortened(key)]))
    if (value) yield recordAtEnd(value)
  }
}

function distinct(keys: readonly Buffer[]): readonly Buffer[] {
  if (keys.length === 1) return keys
  return [...new Map(keys.map((key) => [key.toString('latin1'), key])).values()].sort(Buffer.compare)
}

function* byRanges(store: Store, { index, ranges }: Candidate, reverse: boolean): Generator<number> {
  for (const range of reverse ? ranges.toReversed() : ranges)
    for (const { key, value } of entriesIn(store.entries, range, reverse, 32))
      yield recordAtEnd(index.direct ? value : key)
}

const largestChunk = 1024
const largestChunkBytes = 256 * 1024

interface Entry {
  key: Buffer
  value: Buffer
}

interface Chunk {
  entries: Entry[]
  isLast: boolean
}

function* entriesIn(table: Table, interval: Interval, reverse: boolean, first: number): Generator<Entry> {
  let { start, end } = interval
  for (let limit = first; ; limit = Math.min(limit * 2, largestChunk)) {
    const { entries, isLast } = chunk(table, { start, end }, reverse, limit)
    yield* entries
    const last = entries.at(-1)
    if (!last || isLast) return
    if (reverse) end = last.key
    else start = Buffer.concat([last.key, Buffer.of(0)])
  }
}

/** Backwards, LMDB starts at the first key below `start` and stops behind `end`. */
function chunk(table: Table, { start, end }: Interval, reverse: boolean, limit: number): Chunk {
  const range = reverse
    ? { start: end, exclusiveStart: true, end: start, inclusiveEnd: true, reverse, limit }
    : { start, end, limit }
  const entries: Entry[] = []
  let bytes = 0
  for (const entry of table.getRange(range)) {
    entries.push(entry)
    bytes += entry.value.length
    if (bytes > largestChunkBytes) return { entries, isLast: false }
  }
  return { entries, isLast: entries.length < limit }
}
