import { setTimeout } from 'node:timers/promises'
import { rounded, timed } from '../figures.ts'
import type { StandIn } from './contestants/stand-in.ts'
import { posting } from './postings.ts'
import { typedQuestions } from './questions.ts'
import type { Words } from './words.ts'

const changed = 1_000
const rounds = 5

/**
 * Changes 1,000 postings at once, some rounds: the slowest round's milliseconds until the task succeeded and until a
 * search sees them all, and the longest that a search waited in that time.
 */
export async function additionFigures(standIn: StandIn, postings: number, words: Words) {
  const worst = { addedMilliseconds: 0, visibleMilliseconds: 0, waitedMilliseconds: 0 }
  for (let round = 1; round <= rounds; round += 1) {
    const times = await oneRound(standIn, round, { postings, words })
    for (const name of Object.keys(worst) as (keyof typeof worst)[])
      worst[name] = Math.max(worst[name], rounded(times[name], 1))
  }
  return worst
}

async function oneRound(
  standIn: StandIn,
  round: number,
  { postings, words }: { postings: number; words: Words },
) {
  const some = Array.from({ length: changed }, (_, step) => {
    const before = posting((round * 7 + step * 19) % postings, words)
    return { ...before, title: `${before.title} ${round}`, state: 'open', revision: round + 1 }
  })
  const started = performance.now()
  const since = () => performance.now() - started
  const [addedMilliseconds, visibleMilliseconds, waitedMilliseconds] = await Promise.all([
    standIn.add(some).then(since),
    seen(standIn, round + 1).then(since),
    longestWait(standIn, postings, words),
  ])
  return { addedMilliseconds, visibleMilliseconds, waitedMilliseconds }
}

async function seen(standIn: StandIn, revision: number): Promise<void> {
  while ((await standIn.ofRevision(revision)) < changed) await setTimeout(5)
}

async function longestWait(standIn: StandIn, postings: number, words: Words): Promise<number> {
  let longest = 0
  for (const question of typedQuestions(30, postings, words))
    longest = Math.max(longest, await timed(() => standIn.ask(question)))
  return longest
}
