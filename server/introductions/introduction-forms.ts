import { createHash } from 'node:crypto'
import { z } from 'zod'
import { partnershipModels } from '../partnerships/partnership.ts'
import { endingReasons } from './introduction.ts'
import { longestMessage } from './messages/message.ts'
import { decliningReasons, hidingReasons, longestAnswer, longestQuestion } from './questions/question.ts'

/** Half a character can't be stored, so it is not taken. */
const text = (shortest: number, longest: number) =>
  z
    .string()
    .trim()
    .min(shortest)
    .max(longest)
    .refine((given) => given.isWellFormed())

const day = z.iso.date({ error: 'form.errors.date' }).transform((written) => new Date(`${written}T00:00:00Z`))
const earliest = new Date('2000-01-01')
const latest = new Date('2100-01-01')

export const messageInput = z.strictObject({ text: text(1, longestMessage) })

export const endingInput = z
  .strictObject({ reason: z.enum(endingReasons), note: text(1, 1_000).optional() })
  .refine(({ reason, note }) => reason !== 'other' || note !== undefined, {
    path: ['note'],
    error: 'introductions:ending.note-needed',
  })

export const agreementInput = z.strictObject({
  title: text(5, 160),
  description: text(20, 2_000),
  model: z.enum(partnershipModels),
  startsOn: day.pipe(z.date().min(earliest).max(latest)),
})

export const questionInput = z.strictObject({ text: text(10, longestQuestion) })
export const answerInput = z.strictObject({ text: text(2, longestAnswer) })
export const decliningInput = z.strictObject({ reason: z.enum(decliningReasons) })
export const hidingInput = z.strictObject({ reason: z.enum(hidingReasons) })

/** Names one sending of a form: with another text in it, as after going back, it is another one. */
export const sendingKey = (formKey: string, sent: string): string =>
  createHash('sha256')
    .update(JSON.stringify([formKey, sent]))
    .digest('base64url')
