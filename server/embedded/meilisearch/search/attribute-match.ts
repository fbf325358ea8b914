import { FIELD } from '../index/token-stream.ts'
import type { Matching } from './match.ts'

/** Compares whole fields with the query: 0 when one is the query, 1 when one starts with it, 2 otherwise. */
export function attributeMatcher({ index, terms }: Matching): (document: number) => number {
  const words = terms.flatMap((term) =>
    term.words.map((word) => index.dictionary.numbers.get(word ?? '') ?? -1),
  )
  if (words.includes(-1)) return () => 2
  return (document) => {
    const tokens = index.tokens[document]!
    let best = 2
    for (let place = tokens.indexOf(words[0]!); place !== -1; place = tokens.indexOf(words[0]!, place + 1)) {
      if (tokens[place - 1]! < FIELD || !words.every((word, next) => tokens[place + next] === word)) continue
      const behind = tokens[place + words.length]
      if (behind === undefined || behind >= FIELD) return 0
      best = 1
    }
    return best
  }
}
