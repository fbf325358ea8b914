import { documentsOf, placeOf } from '../index/postings.ts'
import type { SearchIndex } from '../index/search-index.ts'
import { FIELD, SKIP } from '../index/token-stream.ts'
import type { TokenStream } from '../index/token-stream.ts'

/** Words that stand next to each other; `ANY` stands for a stop word between. */
export type Sequence = { words: number[]; typos: number }

/** In place of a stop word in a phrase, which the index holds as a gap of one. */
export const ANY = SKIP + 1

/** The documents in which a sequence occurs, ascending. */
export function documentsWithSequence(index: SearchIndex, words: number[]): ArrayLike<number> {
  const lists = words.filter((word) => word !== ANY).map((word) => documentsOf(index.postings, word))
  const [shortest = [], ...others] = lists.sort((one, other) => one.length - other.length)
  if (words.length === 1) return shortest
  return Array.from(shortest).filter(
    (document) =>
      others.every((list) => list[placeOf(list, document)] === document) &&
      startOf(index.tokens[document]!, words, 0) !== -1,
  )
}

/** The place in the stream where a sequence next starts, -1 where it does not. */
export function startOf(tokens: TokenStream, words: number[], from: number): number {
  const first = words[0]!
  const last = tokens.length - words.length
  for (let place = from; place <= last; place++) {
    if (tokens[place] === first && follows(tokens, words, place)) return place
  }
  return -1
}

function follows(tokens: TokenStream, words: number[], place: number): boolean {
  for (let next = 1; next < words.length; next++) if (tokens[place + next] !== words[next]) return false
  return true
}

/** Calls `seen` with the field and position of every occurrence of a sequence. */
export function eachSequence(
  tokens: TokenStream,
  words: number[],
  seen: (field: number, position: number) => void,
): void {
  let from = 0
  let field = 0
  let position = 0
  for (let start = startOf(tokens, words, 0); start !== -1; start = startOf(tokens, words, start + 1)) {
    for (; from < start; from++) {
      const token = tokens[from]!
      if (token >= FIELD) [field, position] = [token - FIELD, 0]
      else position += token < SKIP ? 1 : token - SKIP
    }
    seen(field, position)
  }
}

/** The two words into which a word is best cut: those that most often stand next to each other. */
export function bestSplit(index: SearchIndex, word: string): [number, number] | undefined {
  let best: [number, number] | undefined
  let most = 0
  for (let cut = 1; cut < word.length; cut++) {
    const left = index.dictionary.numbers.get(word.slice(0, cut))
    const right = index.dictionary.numbers.get(word.slice(cut))
    if (left === undefined || right === undefined || rarer(index, left, right) <= most) continue
    const count = documentsWithSequence(index, [left, right]).length
    if (count > most) [best, most] = [[left, right], count]
  }
  return best
}

function rarer({ postings }: SearchIndex, one: number, other: number): number {
  return Math.min(documentsOf(postings, one).length, documentsOf(postings, other).length)
}
