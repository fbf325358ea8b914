import { add, emptySet, has, members } from './bitset.ts'
import type { Bitset } from './bitset.ts'
import { placeOf } from './postings.ts'

/** The numbers of one field: by document, and as pairs in ascending order for ranges. */
export type NumberColumn = {
  of: (number[] | undefined)[]
  sorted: Float64Array
  documents: Uint32Array
  /** Documents whose pairs do not yet reflect `of`. */
  stale: Bitset
  isStale: boolean
}

export function emptyNumbers(): NumberColumn {
  const [sorted, documents] = [new Float64Array(), new Uint32Array()]
  return { of: [], sorted, documents, stale: emptySet(), isStale: false }
}

export function addNumber(column: NumberColumn, document: number, value: number): void {
  const present = column.of[document]
  if (present === undefined) column.of[document] = [value]
  else if (!present.includes(value)) present.push(value)
  markStale(column, document)
}

export function removeNumbers(column: NumberColumn, document: number): void {
  if (column.of[document] === undefined) return
  column.of[document] = undefined
  markStale(column, document)
}

function markStale(column: NumberColumn, document: number): void {
  add(column.stale, document)
  column.isStale = true
}

/** Adds to `into` the documents with a number in the range; bounds are included where said. */
export function addRange(column: NumberColumn, range: NumberRange, into: Bitset): void {
  const { sorted, documents } = settled(column)
  for (let place = placeOf(sorted, range.from); place < sorted.length; place++) {
    const value = sorted[place]!
    if (value > range.to || (value === range.to && !range.includesTo)) return
    if (value > range.from || range.includesFrom) add(into, documents[place]!)
  }
}

export type NumberRange = { from: number; to: number; includesFrom: boolean; includesTo: boolean }

/** The column with its pairs up to date. */
export function settled(column: NumberColumn): NumberColumn {
  if (column.isStale) settle(column)
  return column
}

/** Merges the pairs of changed documents into the kept ones. */
function settle(column: NumberColumn): void {
  const fresh = members(column.stale)
    .flatMap((document) => (column.of[document] ?? []).map((value) => ({ value, document })))
    .sort((one, other) => one.value - other.value)
  const kept = column.documents.filter((document) => !has(column.stale, document)).length
  const sorted = new Float64Array(kept + fresh.length)
  const documents = new Uint32Array(kept + fresh.length)
  let next = 0
  let place = 0
  const put = (value: number, document: number) => {
    sorted[place] = value
    documents[place++] = document
  }
  column.sorted.forEach((value, from) => {
    const document = column.documents[from]!
    if (has(column.stale, document)) return
    while (next < fresh.length && fresh[next]!.value < value) put(fresh[next]!.value, fresh[next++]!.document)
    put(value, document)
  })
  while (next < fresh.length) put(fresh[next]!.value, fresh[next++]!.document)
  Object.assign(column, { sorted, documents, stale: emptySet(), isStale: false })
}
