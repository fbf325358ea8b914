/** How many letters have to be changed, left out, put in or swapped with their neighbour to make one word the other. */
export function editDistance(one: string, other: string): number {
  const [a, b] = [[...one], [...other]]
  let before: number[] = []
  let above = b.map((_, column) => column).concat(b.length)
  a.forEach((letter, row) => {
    const current = [row + 1]
    b.forEach((otherLetter, column) => {
      const changed = at(above, column) + (letter === otherLetter ? 0 : 1)
      const isSwap = row > 0 && column > 0 && letter === b[column - 1] && a[row - 1] === otherLetter
      const swapped = isSwap ? at(before, column - 1) + 1 : Infinity
      current.push(Math.min(changed, swapped, at(above, column + 1) + 1, at(current, column) + 1))
    })
    before = above
    above = current
  })
  return at(above, b.length)
}

const at = (row: number[], column: number): number => row[column] ?? Infinity
