import { medianOf, fewestCases, type Median } from '../charts/median.ts'
import { daysAfter } from '../postings/posting-end.ts'
import { stateOf, type Answer } from './answer.ts'

/** The days that response figures look back. */
export const figuresDays = 365
/** The first moment that they take in. */
export const figuresFrom = (now: Date): Date => daysAfter(now, -figuresDays)

/** How questions about offers were answered. */
export interface ResponseFigures {
  /** questions that stood long enough to count; not those that ended with the offer before they were due */
  asked: number
  /** of these, not yet answered and not yet due */
  waiting: number
  answeredInTime: number
  /** answered in time, of all that were answered or due: 0 to 1; `null` of fewer than five */
  rate: number | null
  /** from the question to the answer, late ones too, in milliseconds */
  time: Median
}

type Counted = Pick<Answer, 'askedAt' | 'dueAt' | 'until' | 'closedAt' | 'word'>

export function responseFigures(answers: Counted[], now: Date): ResponseFigures {
  const counted = answers.filter((answer) => stateOf(answer, now) !== 'closed')
  const waiting = counted.filter((answer) => stateOf(answer, now) === 'waiting').length
  const inTime = counted.filter(({ word, dueAt }) => word && word.at <= dueAt).length
  const due = counted.length - waiting
  const times = counted.flatMap(({ word, askedAt }) => (word ? [word.at.getTime() - askedAt.getTime()] : []))
  return {
    ...{ asked: counted.length, waiting, answeredInTime: inTime },
    rate: due < fewestCases ? null : inTime / due,
    time: medianOf(times),
  }
}
