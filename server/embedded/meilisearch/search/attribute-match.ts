import { FIELD } from '../index/token-stream.ts'
import type { TokenStream } from '../index/token-stream.ts'
import { levelOf } from './match.ts'
import type { Matching } from './match.ts'

/**
 * Compares whole fields with the terms that the level of a document asks for: 0 when one is these, 1 when one starts
 * with them, 2 otherwise.
 */
export function attributeMatcher(matching: Matching): (document: number) => number {
  const wanted = matching.levels.map((required) => wordsOf(matching, required))
  return (document) => {
    const words = wanted[levelOf(matching, document)]!
    return words.includes(-1) ? 2 : closestField(matching.index.tokens[document]!, words)
  }
}

function wordsOf({ index, terms }: Matching, required: boolean[]): number[] {
  const asked = terms.filter((_, place) => required[place])
  return asked.flatMap((term) => term.words.map((word) => index.dictionary.numbers.get(word ?? '') ?? -1))
}

function closestField(tokens: TokenStream, words: number[]): number {
  let best = 2
  for (let place = tokens.indexOf(words[0]!); place !== -1; place = tokens.indexOf(words[0]!, place + 1)) {
    if (tokens[place - 1]! < FIELD || !words.every((word, next) => tokens[place + next] === word)) continue
    const behind = tokens[place + words.length]
    if (behind === undefined || behind >= FIELD) return 0
    best = 1
  }
  return best
}
