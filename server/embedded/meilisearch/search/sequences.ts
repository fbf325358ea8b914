import { has } from '../index/bitset.ts'
import type { Bitset } from '../index/bitset.ts'
import { documentsOf, placeOf } from '../index/postings.ts'
import type { SearchIndex } from '../index/search-index.ts'
import { FIELD, SKIP } from '../index/token-stream.ts'
import type { TokenStream } from '../index/token-stream.ts'

/** Words that stand next to each other; `ANY` stands for a stop word between. */
export type Sequence = {
  words: number[]
  typos: number
  /** Where it occurs, if that had to be found out. */
  documents?: ArrayLike<number>
}

/** In place of a stop word in a phrase, which the index holds as a gap of one. */
export const ANY = SKIP + 1

/** The documents, all or those among some, in which a sequence occurs, ascending. */
export function documentsWithSequence(
  index: SearchIndex,
  words: number[],
  among?: Bitset,
): ArrayLike<number> {
  const lists = words.filter((word) => word !== ANY).map((word) => documentsOf(index.postings, word))
  const [shortest = [], ...others] = lists.sort((one, other) => one.length - other.length)
  if (words.length === 1) return shortest
  return Array.from(shortest).filter(
    (document) =>
      (among === undefined || has(among, document)) &&
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

/**
 * The two words into which a word is best cut: those that most often stand next to each other, or the only ones that
 * the index knows, whether they do or not. What a joined word is cut into must occur; cutting one that was joined from
 * two at its `joint` tells nothing.
 */
export function bestSplit(index: SearchIndex, word: string, joint?: number): Sequence | undefined {
  const cuts = knownCuts(index, word)
  if (cuts.every(({ place }) => place === joint)) return undefined
  if (cuts.length === 1 && joint === undefined) return { words: cuts[0]!.words, typos: 1 }
  let best: Sequence | undefined
  let most = 0
  for (const { words } of cuts) {
    if (rarer(index, words) <= most) continue
    const documents = documentsWithSequence(index, words)
    if (documents.length > most) [best, most] = [{ words, typos: 1, documents }, documents.length]
  }
  return best
}

function knownCuts({ dictionary: { numbers } }: SearchIndex, word: string) {
  const cuts: { place: number; words: [number, number] }[] = []
  for (let place = 1; place < word.length; place++) {
    const left = numbers.get(word.slice(0, place))
    const right = left === undefined ? undefined : numbers.get(word.slice(place))
    if (left !== undefined && right !== undefined) cuts.push({ place, words: [left, right] })
  }
  return cuts
}

function rarer({ postings }: SearchIndex, [one, other]: [number, number]): number {
  return Math.min(documentsOf(postings, one).length, documentsOf(postings, other).length)
}
