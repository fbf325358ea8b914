/** Somebody's own posting waits at most about this long behind a batch of an import. */
const aimedMilliseconds = 500
const fewest = 10
const most = 400

/** How many imported postings to take at once, after `size` of them took so many milliseconds. */
export function nextBatchSize(size: number, milliseconds: number): number {
  const factor = Math.min(2, Math.max(0.5, aimedMilliseconds / Math.max(1, milliseconds)))
  return Math.min(most, Math.max(fewest, Math.round(size * factor)))
}
