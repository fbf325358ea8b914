import { fold } from './fold.ts'

/**
 * The words of an index, numbered in the order of their arrival. `sorted` holds them in ascending order but for
 * the newest, which wait in `recent` (sorted) and `arrived` (not yet), so that adding a document stays cheap.
 */
export type Dictionary = {
  numbers: Map<string, number>
  words: string[]
  sorted: string[]
  recent: string[]
  arrived: string[]
  /** Raw spellings met before, to fold each only once. */
  spellings: Map<string, number>
}

const mergeAbove = 2_000
const spellingsKept = 300_000
/** Bytes, as in the original: longer words are not indexed. */
const longestWord = 250

export function emptyDictionary(): Dictionary {
  return { numbers: new Map(), words: [], sorted: [], recent: [], arrived: [], spellings: new Map() }
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
export function sortedWords(dictionary: Dictionary): string[][] {
  if (dictionary.arrived.length > 0) settle(dictionary)
  return [dictionary.sorted, dictionary.recent]
}

function settle(dictionary: Dictionary): void {
  dictionary.recent = dictionary.recent.concat(dictionary.arrived).sort()
  dictionary.arrived = []
  if (dictionary.recent.length <= mergeAbove) return
  dictionary.sorted = dictionary.sorted.concat(dictionary.recent).sort()
  dictionary.recent = []
}

/** The first place in a sorted list whose word is not below `word`. */
export function lowerBound(sorted: string[], word: string, from = 0): number {
  let low = from
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]! < word) low = middle + 1
    else high = middle
  }
  return low
}

/** The first place behind all words that begin with `prefix`. */
export function behindPrefix(sorted: string[], prefix: string, from = 0): number {
  return lowerBound(sorted, `${prefix}\uffff`, from)
}

/** The numbers of all words that begin with `prefix`, the word itself included. */
export function wordsWithPrefix(dictionary: Dictionary, prefix: string): number[] {
  return sortedWords(dictionary).flatMap((sorted) => {
    const from = lowerBound(sorted, prefix)
    return sorted.slice(from, behindPrefix(sorted, prefix, from)).map((word) => dictionary.numbers.get(word)!)
  })
}
