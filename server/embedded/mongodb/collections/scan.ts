import { shortened } from '../bson/key.ts'
import { after, documentKey, numberKey, recordAtEnd } from '../storage/keys.ts'
import type { Store, Table } from '../storage/store.ts'
import type { Interval } from './bounds.ts'
import type { Candidate } from './candidate.ts'
import type { Collection, Index } from './model.ts'
import type { Plan } from './plan.ts'

export interface StoredDocument {
  record: number
  bytes: Buffer
}

/**
 * The documents that a plan leads to, read a few at a time: a scan that stands still between two batches of a
 * cursor holds no page of the file, and goes on behind where it was.
 */
export function* scan(store: Store, collection: Collection, plan: Plan): Generator<StoredDocument> {
  if (!plan.candidate) return yield* scanCollection(store, collection)
  for (const record of recordsOf(store, plan.candidate, plan.reverse)) {
    const bytes = store.documents.get(documentKey(collection.number, record))
    if (bytes) yield { record, bytes }
  }
}

function* scanCollection(store: Store, collection: Collection): Generator<StoredDocument> {
  const start = numberKey(collection.number)
  for (const { key, value } of entriesIn(store.documents, { start, end: after(start) }, false, 64))
    yield { record: recordAtEnd(key), bytes: value }
}

/** Record numbers in the order of the index, none twice. */
function* recordsOf(store: Store, candidate: Candidate, reverse: boolean): Generator<number> {
  const { index } = candidate
  const records = candidate.keys ? byKeys(store, index, candidate.keys) : byRanges(store, candidate, reverse)
  if (!index.multikey.includes(true)) return yield* records
  const seen = new Set<number>()
  for (const record of records) {
    if (!seen.has(record)) yield record
    seen.add(record)
  }
}

function* byKeys(store: Store, index: Index, keys: readonly Buffer[]): Generator<number> {
  const number = numberKey(index.number)
  for (const key of distinct(keys)) {
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
      yield recordAtEnd(index.unique ? value : key)
}

const largestChunk = 1024
const largestChunkBytes = 4 * 1024 * 1024

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
