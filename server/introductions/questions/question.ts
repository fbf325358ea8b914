import { isAsking, type Need } from '../../needs/need.ts'
import { Problem } from '../../web/problem.ts'

export const longestQuestion = 1_000
export const longestAnswer = 3_000
/** No person asks more in so much time, of whichever needs. */
export const mostQuestions = 10
export const mostQuestionsWithin = 60 * 60_000

/** Why a question gets no answer; the words stand in `questions:declining.reason`. */
export const decliningReasons = ['answered-before', 'not-about-it', 'confidential', 'not-known'] as const
/** Why a question is taken out of the public's sight; the words stand in `questions:hiding.reason`. */
export const hidingReasons = ['abusive', 'personal-data', 'advertising'] as const

/** Who of the need's side said something, and when. */
export interface Said {
  accountId: string
  at: Date
}

/** What a company asks about a need: public with its answer, and nobody reads there who asked. */
export interface Question {
  id: string
  needId: string
  /** the company that asked */
  organisationId: string
  accountId: string
  /** the asker's name when it was asked */
  name: string
  text: string
  askedAt: Date
  answer?: Said & { text: string }
  declined?: Said & { reason: (typeof decliningReasons)[number] }
  hidden?: Said & { reason: (typeof hidingReasons)[number] }
}

export type QuestionState = 'waiting' | 'answered' | 'declined' | 'hidden'

export function questionState({ answer, declined, hidden }: Question): QuestionState {
  if (hidden) return 'hidden'
  if (answer) return 'answered'
  return declined ? 'declined' : 'waiting'
}

/** Why an act on a question is not possible now; the words stand in `questions:refusal`. */
export const questionRefusals = ['closed', 'dealt-with', 'already-hidden'] as const
export type QuestionRefusal = (typeof questionRefusals)[number]

/** An act that the state of the question or its need does not allow: a conflict, which the pages put into words. */
export class QuestionRefused extends Problem {
  readonly refusal: QuestionRefusal
  constructor(refusal: QuestionRefusal) {
    super('conflict', { detail: `The question does not allow this: ${refusal}.` })
    this.refusal = refusal
  }
}

/** Questions and answers come to an end with the need: throws `QuestionRefused` where it asks for nothing more. */
export function mustBeAsking(need: Need, now: Date): void {
  if (!isAsking(need, now)) throw new QuestionRefused('closed')
}
