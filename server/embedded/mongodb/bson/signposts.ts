import type { TextOrder } from './compare.ts'

/**
 * The place of a text among fixed signposts. A signpost is a row of letters from an alphabet; from the empty one the
 * way goes on with the letter that a binary search finds, as long as signposts stand before the text. Every step
 * depends only on how the order places the text against a signpost. So texts that the order holds for equal have
 * the same place, and of two texts the one that comes first never has the later place, whatever the letters are:
 * how well they are chosen decides only how many different texts share a place.
 */
export type PlaceOf = (text: string) => readonly number[]

/** Letters of a place at most; texts that begin with as many in common share theirs. */
const longest = 100

const places = new WeakMap<TextOrder, PlaceOf>()

export function placesIn(order: TextOrder): PlaceOf {
  const known = places.get(order)
  if (known) return known
  const alphabet = alphabetOf(order)
  const placeOf: PlaceOf = (text) => placeAmong(alphabet, order, text)
  places.set(order, placeOf)
  return placeOf
}

function placeAmong(alphabet: readonly string[], order: TextOrder, text: string): number[] {
  const place: number[] = []
  let signpost = ''
  while (place.length < longest && order(signpost, text) < 0) {
    const letter = lastBefore(alphabet, order, signpost, text)
    if (letter < 0) break
    place.push(letter)
    if (letter === alphabet.length - 1) break
    signpost += alphabet[letter]
  }
  return place
}

/** The letter with which the signpost still does not stand behind the text; -1 where every one is too much. */
function lastBefore(alphabet: readonly string[], order: TextOrder, signpost: string, text: string): number {
  let low = -1
  let high = alphabet.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (order(signpost + (alphabet[middle] as string), text) <= 0) low = middle
    else high = middle - 1
  }
  return low
}

/** First and last code points of what is written most. */
const ranges = [
  [0x20, 0x33ff],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4ff],
  [0x1f300, 0x1faff],
] as const

/** Stands behind every other letter. */
const end = '\uffff'

/** One letter of each kind that the order tells apart before all else: `a`, but neither `A` nor `á` nor `æ`. */
function alphabetOf(order: TextOrder): readonly string[] {
  const letters = ranges.flatMap(([first, last]) => lettersIn(first, last)).sort(order)
  const alphabet: string[] = []
  let behind = ''
  for (const letter of letters) {
    const counts = order(letter + end, end) < 0
    if (!counts || order(behind, letter) >= 0) continue
    alphabet.push(letter)
    behind = letter + end
  }
  return alphabet
}

function lettersIn(first: number, last: number): string[] {
  const all = Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at))
  return all.filter((letter) => /[\p{L}\p{N}\p{P}\p{S}\p{Z}]/u.test(letter))
}
