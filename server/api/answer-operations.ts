import { z } from 'zod'
import { answersOf } from '../answers/answer-access.ts'
import { answerSchema, saidIn } from '../answers/answer-form.ts'
import type { AnswerServices } from '../answers/answer-routes.ts'
import { answerKinds, notNowReasons, stateOf, type Answer } from '../answers/answer.ts'
import { giveAnswer } from '../answers/give-answer.ts'
import { naming, type NameOf } from '../organisations/naming.ts'
import { operation, type Operation } from './operation.ts'

const states = [...answerKinds, 'waiting', 'overdue', 'closed'] as const
const answerItem = z.object({
  organisation: z.object({ id: z.string(), name: z.string() }),
  askedAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  state: z.enum(states),
  reason: z.enum(notNowReasons).optional(),
  passedOnTo: z.string().optional(),
  answeredAt: z.iso.datetime().optional(),
})

/** What UN entities answer to an offer, and by when. */
export function answerOperations(services: AnswerServices): Operation[] {
  const { answers, organisations, processing, clock } = services
  const desk = { answers, organisations, wake: processing.wake, now: () => clock.now() }
  const json = async (found: Answer[]) => {
    const nameOf = await naming(
      found.map(({ organisationId }) => organisationId),
      organisations,
    )
    return found.map((answer) => answerJson(answer, nameOf, clock.now()))
  }
  return [
    operation({
      method: 'get',
      path: '/offers/{id}/answers',
      summary: 'Who was asked for an answer to an offer, by when, and what they said',
      access: 'account',
      status: 200,
      answer: z.object({ items: z.array(answerItem) }),
      async handle({ me, params }) {
        const found = await answersOf(me, services, clock.now()).list(params.id ?? '')
        return { body: { items: await json(found) } }
      },
    }),
    operation({
      method: 'post',
      path: '/offers/{id}/answer',
      summary: 'Answers an offer for the entity that was asked; the first answer stands',
      access: 'answerOffers',
      body: answerSchema,
      status: 200,
      answer: answerItem,
      async handle({ me, params, body }) {
        const question = await answersOf(me, services, clock.now()).own(params.id ?? '')
        const [item] = await json([await giveAnswer(question, saidIn(body), me, desk)])
        return { body: item }
      },
    }),
  ]
}

function answerJson(answer: Answer, nameOf: NameOf, now: Date) {
  const { organisationId: id, askedAt, dueAt, word } = answer
  return {
    ...{ organisation: { id, name: nameOf(id) }, askedAt, dueAt, state: stateOf(answer, now) },
    ...(word?.kind === 'not-now' && { reason: word.reason }),
    ...(word?.kind === 'passed-on' && { passedOnTo: word.to }),
    ...(word && { answeredAt: word.at }),
  }
}
