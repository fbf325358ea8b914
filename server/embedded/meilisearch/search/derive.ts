import { wordLists, wordsWithPrefix } from '../index/dictionary.ts'
import { documentsOf } from '../index/postings.ts'
import type { SearchIndex } from '../index/search-index.ts'
import type { Settings } from '../settings/settings.ts'
import { eachSimilar } from './similar.ts'
import { bestSplit } from './sequences.ts'
import type { Sequence } from './sequences.ts'
import { synonymsOf } from './synonyms.ts'

/** The words and word sequences of an index that stand for one query word, with their typos. */
export type Derivations = {
  words: Map<number, number>
  sequences: Sequence[]
  /** The word itself, where the index knows it. */
  exact: number | undefined
  /** How many typos the word could have had. */
  mostTypos: number
}

/** `joint` is where a word was joined from two, 0 where from three. */
export type Wanted = { word: string; isPrefix: boolean; typos: number; key: string; joint?: number }

const mostOneTypo = 150
const mostTwoTypos = 50

export function derive(index: SearchIndex, settings: Settings, wanted: Wanted): Derivations {
  const { word, isPrefix, typos } = wanted
  const exact = index.dictionary.numbers.get(word)
  const words = new Map<number, number>()
  if (exact !== undefined) words.set(exact, 0)
  if (isPrefix) for (const number of wordsWithPrefix(index.dictionary, word)) words.set(number, 0)
  const sequences = addSynonyms(index, settings, wanted.key, words)
  if (typos > 0) addSimilar(index, wanted, words)
  const split = bestSplit(index, word, wanted.joint)
  if (split) sequences.push(split)
  return { words, sequences, exact, mostTypos: Math.max(1, typos) }
}

function addSynonyms(
  index: SearchIndex,
  settings: Settings,
  key: string,
  words: Map<number, number>,
): Sequence[] {
  const sequences: Sequence[] = []
  for (const synonym of synonymsOf(settings, index.plan.tokenizer, key)) {
    const numbers = synonym.map((word) => index.dictionary.numbers.get(word))
    if (!numbers.every((number) => number !== undefined)) continue
    if (numbers.length === 1) words.set(numbers[0]!, 0)
    else sequences.push({ words: numbers, typos: 0 })
  }
  return sequences
}

function addSimilar(index: SearchIndex, { word, typos, isPrefix }: Wanted, words: Map<number, number>): void {
  const left = [0, mostOneTypo, mostTwoTypos]
  for (const list of wordLists(index.dictionary)) {
    eachSimilar(list, { word, typos, isPrefix }, (place, distance) => {
      const number = list.numbers[place]!
      if (left[distance] === 0 || words.has(number) || documentsOf(index.postings, number).length === 0)
        return true
      words.set(number, distance)
      left[distance]!--
      return left[1]! > 0 || left[2]! > 0
    })
  }
}

/** How many typos a word may have, by its length in characters and the index's settings. */
export function typosAllowed({ typoTolerance }: Settings, word: string): number {
  const { enabled, disableOnWords, disableOnNumbers, minWordSizeForTypos } = typoTolerance
  if (!enabled || disableOnWords.some((barred) => barred.toLowerCase() === word)) return 0
  if (disableOnNumbers && /^\p{N}+$/u.test(word)) return 0
  const length = [...word].length
  if (length >= minWordSizeForTypos.twoTypos) return 2
  return length >= minWordSizeForTypos.oneTypo ? 1 : 0
}
