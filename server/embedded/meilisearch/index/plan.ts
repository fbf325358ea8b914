import type { Settings } from '../settings/settings.ts'
import { filterablePatterns } from '../settings/filterable.ts'
import { customRule } from '../settings/ranking-rules.ts'
import { learn } from './dictionary.ts'
import type { Dictionary } from './dictionary.ts'
import { covers } from './flatten.ts'
import { tokenizerFor } from './tokenizer.ts'
import type { Tokenizer } from './tokenizer.ts'

/** Which fields become words and which become columns, and the numbers that fields got. */
export type IndexingPlan = {
  tokenizer: Tokenizer
  searchable: string[]
  columns: string[]
  stopWords: Set<number>
  fieldNumbers: Map<string, number>
  fieldNames: string[]
  /** Of a field number: its place in `searchable`, the lower the better; 0 for all under `*`. */
  weights: number[]
}

export function planIndexing(settings: Settings, dictionary: Dictionary): IndexingPlan {
  const custom = settings.rankingRules.flatMap((rule) => customRule(rule)?.field ?? [])
  const distinct = settings.distinctAttribute === null ? [] : [settings.distinctAttribute]
  const columns = [...filterablePatterns(settings), ...settings.sortableAttributes, ...custom, ...distinct]
  const tokenizer = tokenizerFor(settings)
  const stopWords = new Set(settings.stopWords.flatMap((word) => wordsOf(word, tokenizer, dictionary)))
  const searchable = settings.searchableAttributes
  const fields = { fieldNumbers: new Map(), fieldNames: [], weights: [] }
  return { tokenizer, searchable, columns, stopWords, ...fields }
}

function wordsOf(text: string, tokenizer: Tokenizer, dictionary: Dictionary): number[] {
  const words: number[] = []
  tokenizer(text, { word: (raw) => words.push(learn(dictionary, raw)), hardBreak: () => undefined })
  return words
}

/** The number of a searchable field, undefined for any other. */
export function fieldNumber(plan: IndexingPlan, path: string): number | undefined {
  const known = plan.fieldNumbers.get(path)
  if (known !== undefined) return known === -1 ? undefined : known
  const weight = plan.searchable.findIndex((pattern) => covers(pattern, path))
  const number = weight === -1 ? -1 : plan.fieldNames.push(path) - 1
  plan.fieldNumbers.set(path, number)
  if (number === -1) return undefined
  plan.weights[number] = weight
  return number
}

export function hasColumn(plan: IndexingPlan, path: string): boolean {
  return plan.columns.some((pattern) => covers(pattern, path))
}
