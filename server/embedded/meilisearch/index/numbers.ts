import { add, emptySet, has, members } from './bitset.ts'
import type { Bitset } from './bitset.ts'
import { combine, noCombinations, numbersOf } from './combinations.ts'
import type { Combinations } from './combinations.ts'
import { placeOf } from './postings.ts'

/** The numbers of one field: by document, and as pairs in ascending order for ranges. */
export type NumberColumn = {
  of: Combinations
  sorted: Float64Array
  documents: Uint32Array
  /** Documents whose pairs do not yet reflect `of`. */
  stale: Bitset
  isStale: boolean
}

export function emptyNumbers(): NumberColumn {
  const [sorted, documents] = [new Float64Array(), new Uint32Array()]
  return { of: noCombinations(), sorted, documents, stale: emptySet(), isStale: false }
}

export function setNumbers(column: NumberColumn, document: number, values: readonly number[]): void {
  if (!combine(column.of, document, [...new Set(values)])) return
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
    .flatMap((document) => numbersOf(column.of, document).map((value) => ({ value, document })))
    .sort((one, other) => one.value - other.value)
  const { stale, sorted: before, documents: owners } = column
  let kept = 0
  for (const owner of owners) if (!has(stale, owner)) kept++
  const sorted = new Float64Array(kept + fresh.length)
  const documents = new Uint32Array(kept + fresh.length)
  let place = 0
  const put = (value: number, document: number) => {
    sorted[place] = value
    documents[place++] = document
  }
  let next = 0
  for (let from = 0; from < before.length; from++) {
    if (has(stale, owners[from]!)) continue
    for (; next < fresh.length && fresh[next]!.value < before[from]!; next++)
      put(fresh[next]!.value, fresh[next]!.document)
    put(before[from]!, owners[from]!)
  }
  for (; next < fresh.length; next++) put(fresh[next]!.value, fresh[next]!.document)
  Object.assign(column, { sorted, documents, stale: emptySet(), isStale: false })
}
