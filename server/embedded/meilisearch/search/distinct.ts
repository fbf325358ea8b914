import { numbersOf } from '../index/combinations.ts'
import type { Column } from '../index/columns.ts'
import type { SearchIndex } from '../index/search-index.ts'

/** What is left where of documents that share a value of one field only the first is shown. */
export type Distinct = {
  /** The documents that are shown, in their order. */
  kept: number[]
  /** The candidates without those that share a value with a kept one. */
  remaining: number[]
}

/** Takes `needed` documents from the front of `ordered`. A document without a value is like no other. */
export function distinctOf(index: SearchIndex, field: string, ordered: number[], needed: number): Distinct {
  const column = index.columns.get(field)
  if (!column) return { kept: ordered.slice(0, needed), remaining: ordered }
  const seen = new Set<string>()
  const kept = new Set<number>()
  for (const document of ordered) {
    if (kept.size >= needed) break
    const values = valuesOf(column, document)
    if (values.some((value) => seen.has(value))) continue
    kept.add(document)
    for (const value of values) seen.add(value)
  }
  const isFree = (document: number) => !valuesOf(column, document).some((value) => seen.has(value))
  return {
    kept: [...kept],
    remaining: ordered.filter((document) => kept.has(document) || isFree(document)),
  }
}

/** Strings and numbers are told apart: `5` is not `"5"`. */
function valuesOf({ strings, numbers }: Column, document: number): string[] {
  const places = numbersOf(strings.of, document).map((place) => `s${place}`)
  return places.concat(numbersOf(numbers.of, document).map((number) => `n${number}`))
}
