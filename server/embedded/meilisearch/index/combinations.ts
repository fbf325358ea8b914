/**
 * Which numbers each document has. Many documents have the same, so each combination is kept once and documents name
 * it; the first combination is that of none.
 */
export type Combinations = { of: Uint32Array; lists: (readonly number[])[]; known: Map<string, number> }

export function noCombinations(): Combinations {
  return { of: new Uint32Array(), lists: [[]], known: new Map([['', 0]]) }
}

/** The numbers of a document, none twice. */
export function numbersOf({ of, lists }: Combinations, document: number): readonly number[] {
  return lists[of[document] ?? 0]!
}

/** Says which numbers a document has, none twice; false where it has just these, in this order, already. */
export function combine(combinations: Combinations, document: number, numbers: readonly number[]): boolean {
  const combination = combinationOf(combinations, numbers)
  if (combination === (combinations.of[document] ?? 0)) return false
  if (document >= combinations.of.length) combinations.of = grown(combinations.of, document + 1)
  combinations.of[document] = combination
  return true
}

function combinationOf({ lists, known }: Combinations, numbers: readonly number[]): number {
  const key = numbers.length === 1 ? String(numbers[0]) : numbers.join(' ')
  const present = known.get(key)
  if (present !== undefined) return present
  known.set(key, lists.length)
  return lists.push(numbers) - 1
}

function grown(of: Uint32Array, needed: number): Uint32Array {
  const larger = new Uint32Array(Math.max(needed, of.length * 2, 64))
  larger.set(of)
  return larger
}

/** Calls `seen` with numbers that documents have and in how many; a number comes once for each of its combinations. */
export function countNumbers(
  { of, lists }: Combinations,
  documents: readonly number[],
  seen: (number: number, count: number) => void,
): void {
  const counts = new Uint32Array(lists.length)
  for (const document of documents) counts[of[document] ?? 0]!++
  counts.forEach((count, combination) => {
    if (count > 0) for (const number of lists[combination]!) seen(number, count)
  })
}
