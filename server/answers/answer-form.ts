import { z } from 'zod'
import { notNowReasons, type Said } from './answer.ts'

export const longestNote = 500

/** What an answer is sent as, by a form or a client. */
export const answerSchema = z.discriminatedUnion('answer', [
  z.strictObject({ answer: z.literal('interested') }),
  z.strictObject({ answer: z.literal('not-now'), reason: z.enum(notNowReasons) }),
  z.strictObject({
    answer: z.literal('passed-on'),
    to: z.string().regex(/^[0-9a-f]{24}$/),
    note: z.string().max(longestNote).optional(),
  }),
])

export function saidIn(input: z.output<typeof answerSchema>): Said {
  const { answer: kind, ...rest } = input
  return { kind, ...rest } as Said
}
