import { fold } from '../index/fold.ts'
import { eachToken } from '../index/tokenize.ts'
import type { Settings } from '../settings/settings.ts'

const folded = new WeakMap<Settings['synonyms'], Map<string, string[][]>>()
const mostSynonyms = 50

/** The synonyms of a word, or of several words joined by spaces, each as a list of folded words. */
export function synonymsOf({ synonyms }: Settings, key: string): string[][] {
  let table = folded.get(synonyms)
  if (!table) {
    table = new Map(
      Object.entries(synonyms).map(([word, others]) => [wordsOf(word).join(' '), others.map(wordsOf)]),
    )
    folded.set(synonyms, table)
  }
  return (table.get(key) ?? []).slice(0, mostSynonyms)
}

function wordsOf(text: string): string[] {
  const words: string[] = []
  eachToken(text, { word: (raw) => words.push(fold(raw)), hardBreak: () => undefined })
  return words
}
