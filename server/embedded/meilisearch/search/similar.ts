import { behindShared, lowerBound } from '../index/word-list.ts'
import type { WordList } from '../index/word-list.ts'

/** What is looked for: within `typos` (1 or 2) edits of `word`, or beginning so where `isPrefix`. */
export type Likeness = { word: string; typos: number; isPrefix: boolean }

/**
 * Calls `found` with the place of each word of a list that is like the wanted one, and its number of typos; a swap of
 * neighbours counts as one. The first letter must be right unless two typos are allowed; a wrong one counts as two.
 * Stops when `found` answers false.
 */
export function eachSimilar(
  list: WordList,
  like: Likeness,
  found: (place: number, typos: number) => boolean,
): void {
  const { words, shared } = list
  const walk: Walk = { like, rows: [firstRow(like)], depth: 0 }
  const first = like.word.charCodeAt(0)
  let place = like.typos === 1 ? lowerBound(list, like.word.charAt(0)) : 0
  while (place < words.length) {
    const word = words[place]!
    const isRight = word.charCodeAt(0) === first
    if (!isRight && like.typos === 1) return
    const limit = isRight ? like.typos : 1
    const distance = measure(walk, word, limit)
    const typos = isRight ? distance : 2
    if (distance <= limit && typos > 0 && !found(place, typos)) return
    place = distance === hopeless ? behindShared(list, place, walk.depth) : place + 1
    walk.depth = Math.min(walk.depth, shared[place] ?? 0)
  }
}

/** Distances of one beginning of a word to all beginnings of the wanted word; `best` to the whole of it so far. */
type Row = { distances: Uint8Array; best: number }
/** The rows of the letters of the word measured last, of which those up to `depth` hold for the next. */
type Walk = { like: Likeness; rows: Row[]; depth: number }

const far = 255
/** No word that begins with the same `walk.depth` letters is near enough. */
const hopeless = Infinity

function firstRow({ word }: Likeness): Row {
  return { distances: Uint8Array.from({ length: word.length + 1 }, (_, column) => column), best: far }
}

/** The distance of a word, reusing the rows that it shares with the word before. */
function measure(walk: Walk, word: string, limit: number): number {
  const { like, rows } = walk
  while (walk.depth < word.length) {
    const least = nextRow(rows, like, word, walk.depth++)
    if (least > limit) {
      const { best } = rows[walk.depth]!
      return like.isPrefix && best <= limit ? best : hopeless
    }
  }
  const last = rows[word.length]!
  return like.isPrefix ? last.best : last.distances[like.word.length]!
}

/** Fills the row of one letter more, as far from the diagonal as typos allow, and gives its least distance. */
function nextRow(rows: Row[], like: Likeness, word: string, depth: number): number {
  const { word: wanted, typos } = like
  const above = rows[depth]!
  const row = (rows[depth + 1] ??= { distances: new Uint8Array(wanted.length + 1).fill(far), best: far })
  const letter = word.charCodeAt(depth)
  const end = Math.min(wanted.length, depth + 1 + typos)
  const { distances } = row
  if (depth < typos) distances[0] = depth + 1
  let least = distances[0]!
  for (let column = Math.max(1, depth + 1 - typos); column <= end; column++) {
    let distance = above.distances[column - 1]!
    if (wanted.charCodeAt(column - 1) !== letter) {
      distance = 1 + Math.min(distance, distances[column - 1]!, above.distances[column]!)
      if (isSwap(wanted, word, depth, column))
        distance = Math.min(distance, rows[depth - 1]!.distances[column - 2]! + 1)
    }
    distances[column] = distance
    if (distance < least) least = distance
  }
  row.best = Math.min(above.best, distances[wanted.length]!)
  return least
}

function isSwap(wanted: string, word: string, depth: number, column: number): boolean {
  return (
    depth > 0 &&
    column > 1 &&
    word.charCodeAt(depth) === wanted.charCodeAt(column - 2) &&
    word.charCodeAt(depth - 1) === wanted.charCodeAt(column - 1)
  )
}
