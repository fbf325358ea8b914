import type { Json, JsonObject } from '../json.ts'
import type { Settings } from '../settings/settings.ts'
import { add, emptySet, has, remove } from './bitset.ts'
import type { Bitset } from './bitset.ts'
import { columnOf, setValues } from './columns.ts'
import type { Columns } from './columns.ts'
import { emptyDictionary } from './dictionary.ts'
import type { Dictionary } from './dictionary.ts'
import { planIndexing } from './plan.ts'
import type { IndexingPlan } from './plan.ts'
import type { Edition } from './edition.ts'
import { namesOf } from './names.ts'
import type { Names } from './names.ts'
import { emptyPostings, insertSorted, listOf, removeAll } from './postings.ts'
import type { Postings } from './postings.ts'
import type { PreparedDocument } from './prepare.ts'
import { distinctWords } from './token-stream.ts'
import type { TokenStream } from './token-stream.ts'

export type DocumentId = string | number

/** Everything that searching one index needs, in memory. Documents are numbered from 0; gaps are used again. */
export type SearchIndex = {
  plan: IndexingPlan
  numbers: Map<string, number>
  ids: (DocumentId | undefined)[]
  gaps: number[]
  live: Bitset
  dictionary: Dictionary
  postings: Postings
  tokens: (TokenStream | undefined)[]
  columns: Columns
  /** For each document the number of its shape in `shapeNames`: its top-level field names, as JSON. */
  shapes: (number | undefined)[]
  shapeNames: Names
  /** Paths of columns, numbered for what is stored. */
  pathNames: Names
  edition: Edition
  /** How much of each of the edition's lists is stored. */
  stored: number[]
  /** Grows with every change: what was derived from an older version is stale. */
  version: number
}

export function emptyIndex(
  settings: Settings,
  edition: Edition,
  dictionary = emptyDictionary(),
): SearchIndex {
  return {
    plan: planIndexing(settings, dictionary),
    numbers: new Map(),
    ids: [],
    gaps: [],
    live: emptySet(),
    dictionary,
    postings: emptyPostings(),
    tokens: [],
    columns: new Map(),
    shapes: [],
    shapeNames: namesOf([]),
    pathNames: namesOf([]),
    edition,
    stored: [],
    version: 0,
  }
}

/** How many numbers are in use or free: every document number is below it. */
export function capacity(index: SearchIndex): number {
  return index.ids.length
}

/** The number of the document with this id, or a free one, which is taken. */
export function takeNumber(index: SearchIndex, id: DocumentId): number {
  const known = index.numbers.get(String(id))
  if (known !== undefined) return known
  const number = index.gaps.pop() ?? index.ids.length
  index.ids[number] = id
  index.numbers.set(String(id), number)
  return number
}

/** Replaces what the index knows of one document. */
export function putDocument(index: SearchIndex, number: number, prepared: PreparedDocument): void {
  putWords(index, number, prepared.tokens)
  placeDocument(index, number, prepared)
}

/** Puts a document where there was none, without the postings of its words. */
export function placeDocument(index: SearchIndex, number: number, prepared: PreparedDocument): void {
  putValues(index, number, prepared.values)
  index.ids[number] = prepared.id
  index.tokens[number] = prepared.tokens
  index.shapes[number] = prepared.shape
  add(index.live, number)
  index.version++
}

function putValues({ columns }: SearchIndex, number: number, values: PreparedDocument['values']): void {
  const byPath = new Map<string, Json[]>()
  for (const { path, value } of values) {
    const known = byPath.get(path)
    if (known) known.push(value)
    else byPath.set(path, [value])
  }
  for (const [path, column] of columns)
    if (has(column.exists, number) && !byPath.has(path)) setValues(column, number, [])
  for (const [path, own] of byPath) setValues(columnOf(columns, path), number, own)
}

function putWords(index: SearchIndex, number: number, tokens: TokenStream): void {
  const after = distinctWords(tokens)
  const before = index.tokens[number] ? distinctWords(index.tokens[number]) : undefined
  if (before) {
    const gone = [...before].filter((word) => !after.has(word))
    removeAll(index.postings, new Map(gone.map((word) => [word, [number]])))
  }
  for (const word of after) if (!before?.has(word)) insertSorted(listOf(index.postings, word), number)
}

export function removeDocuments(index: SearchIndex, numbers: number[]): void {
  const removals = new Map<number, number[]>()
  for (const number of numbers) {
    for (const word of distinctWords(index.tokens[number]!)) listed(removals, word).push(number)
    putValues(index, number, [])
    index.numbers.delete(String(index.ids[number]))
    index.ids[number] = undefined
    index.tokens[number] = undefined
    index.shapes[number] = undefined
    remove(index.live, number)
  }
  removeAll(index.postings, removals)
  index.gaps = index.gaps.concat(numbers).sort((one, other) => other - one)
  index.version++
}

function listed(removals: Map<number, number[]>, word: number): number[] {
  const known = removals.get(word)
  if (known) return known
  const list: number[] = []
  removals.set(word, list)
  return list
}

/** In how many documents each top-level field occurs. */
export function fieldDistribution(index: SearchIndex): JsonObject {
  const ofShape = new Map<number, number>()
  for (const shape of index.shapes) if (shape !== undefined) ofShape.set(shape, (ofShape.get(shape) ?? 0) + 1)
  const counts = new Map<string, number>()
  for (const [shape, count] of ofShape) {
    const names: string[] = JSON.parse(index.shapeNames.list[shape]!)
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + count)
  }
  return Object.fromEntries([...counts].sort(([one], [other]) => (one < other ? -1 : 1)))
}
