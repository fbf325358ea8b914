import { quantile, rounded, timed } from '../figures.ts'
import type { Contestant } from './contestants/contestant.ts'
import { typedQuestions } from './questions.ts'
import type { Words } from './words.ts'

const asked = 200
/** As many others go before, so that nobody is measured cold. */
const unmeasured = 50

/** Milliseconds of typed questions and the share of those that found the posting they are about. */
export async function typedFigures(contestant: Contestant, postings: number, words: Words) {
  for (const question of typedQuestions(unmeasured, postings, words)) await contestant.ask(question)
  let found = 0
  const times: number[] = []
  for (const question of typedQuestions(asked, postings, words)) {
    let hits: string[] = []
    times.push(await timed(async () => (hits = await contestant.ask(question))))
    if (hits.includes(question.about)) found += 1
  }
  return {
    typedMedian: rounded(quantile(times, 0.5)),
    typedP95: rounded(quantile(times, 0.95)),
    typedFound: rounded(found / asked),
  }
}
