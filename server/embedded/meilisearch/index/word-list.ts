/** Words in ascending order, with what it takes to walk them without comparing strings. */
export type WordList = {
  words: string[]
  /** The number of each word in the dictionary. */
  numbers: Uint32Array
  /** How many letters (UTF-16 units, 255 at most) each word shares with the word before it. */
  shared: Uint8Array
}

/** The list of these words, which come in any order and none twice. */
export function wordList(words: readonly string[], numberOf: (word: string) => number): WordList {
  const sorted = [...words].sort()
  const shared = sorted.map((word, place) => sharedLength(sorted[place - 1] ?? '', word))
  return { words: sorted, numbers: Uint32Array.from(sorted, numberOf), shared: Uint8Array.from(shared) }
}

function sharedLength(one: string, other: string): number {
  const most = Math.min(one.length, other.length, 255)
  let length = 0
  while (length < most && one.charCodeAt(length) === other.charCodeAt(length)) length++
  return length
}

/** The first place whose word is not below `word`. */
export function lowerBound({ words }: WordList, word: string): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (words[middle]! < word) low = middle + 1
    else high = middle
  }
  return low
}

/** The first place behind `place` whose word does not begin with the same `length` letters. */
export function behindShared({ shared }: WordList, place: number, length: number): number {
  let next = place + 1
  while (next < shared.length && shared[next]! >= length) next++
  return next
}

/** The numbers of all words that begin with `prefix`, the word itself included. */
export function numbersWithPrefix(list: WordList, prefix: string): Uint32Array {
  const from = lowerBound(list, prefix)
  if (!list.words[from]?.startsWith(prefix)) return new Uint32Array()
  return list.numbers.subarray(from, behindShared(list, from, prefix.length))
}
