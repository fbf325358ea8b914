import { rounded, timed } from '../figures.ts'
import type { Contestant } from './contestants/contestant.ts'
import { posting } from './postings.ts'
import type { Words } from './words.ts'

const batch = 5_000

/** Adds all postings, many at a time, and gives the seconds that it took. */
export async function inBatches(contestant: Contestant, postings: number, words: Words): Promise<number> {
  let milliseconds = 0
  for (let start = 0; start < postings; start += batch) {
    const some = Array.from({ length: batch }, (_, step) => posting(start + step, words))
    milliseconds += await timed(() => contestant.add(some))
    process.stderr.write('.')
  }
  process.stderr.write('\n')
  return rounded(milliseconds / 1_000)
}
