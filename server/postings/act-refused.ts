import { Problem } from '../web/problem.ts'

/** Why an act on a posting is not possible now; the words stand in the locales under `postings:refusal`. */
export const refusals = [
  'already-published',
  'already-withdrawn',
  'already-renewed',
  'already-met',
  'closed',
  'not-due',
  'not-met',
  'not-published',
  'not-withdrawn',
  'over',
  'overtaken',
  'too-late',
] as const
export type Refusal = (typeof refusals)[number]

/** An act that the posting's state does not allow: a conflict, which the pages put into words. */
export class ActRefused extends Problem {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super('conflict', { detail: details[refusal] ?? `The posting does not allow this: ${refusal}.` })
    this.refusal = refusal
  }
}

const details: Partial<Record<Refusal, string>> = {
  overtaken: 'Somebody else changed this posting a moment ago; load it again.',
  'too-late': 'This can be undone for 24 hours; they are over.',
}
