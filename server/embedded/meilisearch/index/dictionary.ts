import { fold } from './fold.ts'
import { numbersWithPrefix, wordList } from './word-list.ts'
import type { WordList } from './word-list.ts'

/**
 * The words of an index, numbered in the order of their arrival. `sorted` holds them in ascending order but for
 * the newest, which wait in `recent` (sorted) and `arrived` (not yet), so that adding a document stays cheap.
 */
export type Dictionary = {
  numbers: Map<string, number>
  words: string[]
  sorted: WordList
  recent: WordList
  arrived: string[]
  /** Raw spellings met before, to fold each only once. */
  spellings: Map<string, number>
}

const mergeAbove = 2_000
const spellingsKept = 300_000
/** Bytes, as in the original: longer words are not indexed. */
const longestWord = 250

export function emptyDictionary(): Dictionary {
  return dictionaryOf([])
}

/** The dictionary of words in the order of their numbers. */
export function dictionaryOf(words: string[]): Dictionary {
  const none = wordList([], () => 0)
  const numbers = new Map(words.map((word, number) => [word, number]))
  return { numbers, words, sorted: none, recent: none, arrived: [...words], spellings: new Map() }
}

/** The number of a word as written, which is learnt when new; -1 for one that cannot be indexed. */
export function learn(dictionary: Dictionary, raw: string): number {
  const known = dictionary.spellings.get(raw)
  if (known !== undefined) return known
  const word = fold(raw)
  const number =
    word === '' || Buffer.byteLength(word) > longestWord ? -1 : numberOf(dictionary, detached(word))
  if (dictionary.spellings.size >= spellingsKept) dictionary.spellings.clear()
  dictionary.spellings.set(detached(raw), number)
  return number
}

/** A copy that does not keep the whole text alive from which it was cut. */
function detached(word: string): string {
  return word.length < 13 ? word : Buffer.from(word, 'utf16le').toString('utf16le')
}

function numberOf(dictionary: Dictionary, word: string): number {
  const known = dictionary.numbers.get(word)
  if (known !== undefined) return known
  const number = dictionary.words.push(word) - 1
  dictionary.numbers.set(word, number)
  dictionary.arrived.push(word)
  return number
}

/** Sorted lists that together hold every word once. */
export function wordLists(dictionary: Dictionary): WordList[] {
  if (dictionary.arrived.length > 0) settle(dictionary)
  return [dictionary.sorted, dictionary.recent]
}

function settle(dictionary: Dictionary): void {
  const { numbers, sorted, recent, arrived } = dictionary
  const numberOf = (word: string) => numbers.get(word)!
  const newest = recent.words.concat(arrived)
  dictionary.arrived = []
  const isMany = newest.length > mergeAbove
  if (isMany) dictionary.sorted = wordList(sorted.words.concat(newest), numberOf)
  dictionary.recent = wordList(isMany ? [] : newest, numberOf)
}

/** The numbers of all words that begin with `prefix`, the word itself included. */
export function wordsWithPrefix(dictionary: Dictionary, prefix: string): number[] {
  return wordLists(dictionary).flatMap((list) => [...numbersWithPrefix(list, prefix)])
}
