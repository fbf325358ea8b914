import { countNumbers } from '../index/combinations.ts'
import type { NumberColumn } from '../index/numbers.ts'
import type { StringColumn } from '../index/strings.ts'

/** In how many of the documents each string of a column occurs, by its place in the column. */
export function countStrings({ values, of }: StringColumn, documents: readonly number[]): Uint32Array {
  const counts = new Uint32Array(values.length)
  countNumbers(of, documents, (place, count) => (counts[place]! += count))
  return counts
}

/** In how many of the documents each number of a column occurs. */
export function countValues({ of }: NumberColumn, documents: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>()
  countNumbers(of, documents, (value, count) => counts.set(value, (counts.get(value) ?? 0) + count))
  return counts
}
