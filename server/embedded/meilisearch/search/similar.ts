import { behindPrefix, lowerBound } from '../index/dictionary.ts'

/** What is looked for: within `typos` (1 or 2) edits of `word`, or beginning so where `isPrefix`. */
export type Likeness = { word: string; typos: number; isPrefix: boolean }

/**
 * Calls `found` for each word of a sorted list that is like the wanted one, with its number of typos; a swap of
 * neighbours counts as one. The first letter must be right unless two typos are allowed; a wrong one counts as two.
 * Stops when `found` answers false.
 */
export function eachSimilar(
  sorted: string[],
  like: Likeness,
  found: (word: string, typos: number) => boolean,
): void {
  const walk: Walk = { sorted, like, rows: [firstRow(like.word)], previous: '', depth: 0 }
  let place = like.typos === 1 ? lowerBound(sorted, like.word.charAt(0)) : 0
  while (place < sorted.length) {
    const word = sorted[place]!
    const isRight = word[0] === like.word[0]
    if (!isRight && like.typos === 1) return
    const { distance, deadEnd } = measure(walk, word, isRight ? like.typos : 1)
    const typos = isRight ? distance : 2
    if (distance <= (isRight ? like.typos : 1) && typos > 0 && !found(word, typos)) return
    place = deadEnd === undefined ? place + 1 : behindPrefix(sorted, word.slice(0, deadEnd), place + 1)
  }
}

type Row = { distances: Uint8Array; best: number }
type Walk = { sorted: string[]; like: Likeness; rows: Row[]; previous: string; depth: number }
type Measure = { distance: number; deadEnd: number | undefined }

function firstRow(word: string): Row {
  return { distances: Uint8Array.from({ length: word.length + 1 }, (_, column) => column), best: Infinity }
}

/** The distance of a word, reusing the rows that it shares with the word before; how long a hopeless beginning is. */
function measure(walk: Walk, word: string, limit: number): Measure {
  let depth = Math.min(walk.depth, shared(walk.previous, word))
  walk.previous = word
  const { like, rows } = walk
  while (depth < word.length) {
    const row = nextRow(rows, like.word, word, depth++)
    walk.depth = depth
    if (smallest(row.distances) > limit) {
      return like.isPrefix && row.best <= limit
        ? { distance: row.best, deadEnd: undefined }
        : { distance: Infinity, deadEnd: depth }
    }
  }
  walk.depth = depth
  const last = rows[depth]!
  return { distance: like.isPrefix ? last.best : last.distances[like.word.length]!, deadEnd: undefined }
}

function shared(one: string, other: string): number {
  let length = 0
  while (length < one.length && length < other.length && one[length] === other[length]) length++
  return length
}

function nextRow(rows: Row[], wanted: string, word: string, depth: number): Row {
  const above = rows[depth]!
  const row = (rows[depth + 1] ??= { distances: new Uint8Array(wanted.length + 1), best: Infinity })
  const letter = word.charCodeAt(depth)
  row.distances[0] = depth + 1
  for (let column = 1; column <= wanted.length; column++) {
    const cost = wanted.charCodeAt(column - 1) === letter ? 0 : 1
    const straight = Math.min(
      row.distances[column - 1]! + 1,
      above.distances[column]! + 1,
      above.distances[column - 1]! + cost,
    )
    row.distances[column] =
      cost === 1 ? Math.min(straight, swapped(rows, wanted, word, depth, column)) : straight
  }
  row.best = Math.min(above.best, row.distances[wanted.length]!)
  return row
}

function swapped(rows: Row[], wanted: string, word: string, depth: number, column: number): number {
  if (depth === 0 || column === 1) return 255
  const isSwap = word[depth] === wanted[column - 2] && word[depth - 1] === wanted[column - 1]
  return isSwap ? rows[depth - 1]!.distances[column - 2]! + 1 : 255
}

function smallest(distances: Uint8Array): number {
  let least = 255
  for (const distance of distances) if (distance < least) least = distance
  return least
}
