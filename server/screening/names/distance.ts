/** Nobody asks for less: what lengths alone make less alike is not worked out. */
const leastLikeness = 0.6

/**
 * Likeness of two words by edits, 0 to 1: one less the share of letters that are inserted, dropped, changed or
 * swapped with a neighbour (optimal string alignment). 0 where lengths alone put it below 0.6.
 */
export function likenessByEdits(one: string, other: string): number {
  if (one === other) return 1
  const longest = Math.max(one.length, other.length)
  const shortest = Math.min(one.length, other.length)
  return shortest < leastLikeness * longest ? 0 : 1 - edits(one, other) / longest
}

function edits(one: string, other: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i++) {
    const row = [i]
    for (let j = 1; j <= other.length; j++) {
      const change = at(last, j - 1) + (one[i - 1] === other[j - 1] ? 0 : 1)
      const swap = isSwapped(one, other, i, j) ? at(beforeLast, j - 2) + 1 : Infinity
      row.push(Math.min(at(last, j) + 1, at(row, j - 1) + 1, change, swap))
    }
    beforeLast = last
    last = row
  }
  return at(last, other.length)
}

const at = (row: number[], index: number): number => row[index] ?? Infinity

const isSwapped = (one: string, other: string, i: number, j: number): boolean =>
  i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
