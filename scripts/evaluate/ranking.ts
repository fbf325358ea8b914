/** The share of what is wanted that stands among the first `most`. */
export function recallAt(most: number, ranked: readonly string[], wanted: readonly string[]): number {
  const first = new Set(ranked.slice(0, most))
  return wanted.filter((id) => first.has(id)).length / wanted.length
}

/** One over the place, from 1, of the first that is wanted; 0 where none is found. */
export function reciprocalRank(ranked: readonly string[], wanted: readonly string[]): number {
  return 1 / (ranked.findIndex((id) => wanted.includes(id)) + 1 || Infinity)
}

/** Normalised discounted cumulative gain of the first ten, each wanted one worth the same (Järvelin, Kekäläinen 2002). */
export function ndcgAt10(ranked: readonly string[], wanted: readonly string[]): number {
  const gain = sum(ranked.slice(0, 10).map((id, place) => (wanted.includes(id) ? discount(place) : 0)))
  const best = sum(wanted.slice(0, 10).map((_, place) => discount(place)))
  return gain / best
}

const discount = (place: number): number => 1 / Math.log2(place + 2)

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)

/** Rounded to four places; 0 of nothing. */
export const mean = (numbers: readonly number[]): number => ratio(sum(numbers), numbers.length)

/** Rounded to four places; 0 where there is nothing to divide by. */
export const ratio = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 10_000
