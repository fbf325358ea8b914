import { Problem } from '../web/problem.ts'

/** Why an answer is not taken; the words stand in the locales under `answers:refusal`. */
export const answerRefusals = [
  'answered',
  'closed',
  'not-asked',
  'asked-already',
  'not-answered',
  'followed',
  'too-late',
  'unknown-entity',
  'incomplete',
] as const
export type AnswerRefusal = (typeof answerRefusals)[number]

/** An answer that the question's state does not allow: a conflict, which the pages put into words. */
export class AnswerRefused extends Problem {
  readonly refusal: AnswerRefusal
  constructor(refusal: AnswerRefusal, detail = `The answer is refused: ${refusal}.`) {
    super(refusal === 'not-asked' ? 'forbidden' : 'conflict', { detail })
    this.refusal = refusal
  }
}
