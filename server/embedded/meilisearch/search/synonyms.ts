import { fold } from '../index/fold.ts'
import type { Tokenizer } from '../index/tokenizer.ts'
import type { Settings } from '../settings/settings.ts'

const folded = new WeakMap<Settings, Map<string, string[][]>>()
const mostSynonyms = 50

/** The synonyms of a word, or of several words joined by spaces, each as a list of folded words. */
export function synonymsOf(settings: Settings, tokenizer: Tokenizer, key: string): string[][] {
  let table = folded.get(settings)
  if (!table) {
    table = new Map(
      Object.entries(settings.synonyms).map(([word, others]) => [
        wordsOf(word, tokenizer).join(' '),
        others.map((other) => wordsOf(other, tokenizer)),
      ]),
    )
    folded.set(settings, table)
  }
  return (table.get(key) ?? []).slice(0, mostSynonyms)
}

function wordsOf(text: string, tokenizer: Tokenizer): string[] {
  const words: string[] = []
  tokenizer(text, { word: (raw) => words.push(fold(raw)), hardBreak: () => undefined })
  return words
}
