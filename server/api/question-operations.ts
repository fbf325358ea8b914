import { z } from 'zod'
import type { Account } from '../accounts/account.ts'
import {
  answerInput,
  decliningInput,
  hidingInput,
  questionInput,
} from '../introductions/introduction-forms.ts'
import { answer, ask, decline, hide } from '../introductions/questions/question-acts.ts'
import { questionsFor } from '../introductions/questions/question-access.ts'
import { questionState, type Question } from '../introductions/questions/question.ts'
import { needsFor } from '../needs/need-access.ts'
import { newId } from '../records/new-id.ts'
import type { Services } from '../services.ts'
import { notFoundProblem } from '../web/problem.ts'
import { operation, type Call, type Operation } from './operation.ts'

type QuestionServices = Pick<Services, 'needs' | 'organisations' | 'questions' | 'processing' | 'clock'>

const questionAnswer = z.object({
  id: z.string(),
  needId: z.string(),
  text: z.string(),
  state: z.enum(['waiting', 'answered', 'declined', 'hidden']),
  askedAt: z.iso.datetime(),
  answer: z.object({ text: z.string(), at: z.iso.datetime() }).nullable(),
  reason: z.string().optional(),
})

/** Questions on a need: as on its page, nobody reads here who asked. */
export function questionOperations(services: QuestionServices): Operation[] {
  const { needs, questions, processing, clock } = services
  const desk = { questions, wake: processing.wake, now: () => clock.now() }
  const lookUp = (account: Account | undefined) => questionsFor(account, services, clock.now())
  const toAnswer = ({ me, params }: Call) => lookUp(me).findToAnswer(params.id ?? '')

  async function again(id: string) {
    const question = await questions.find(id)
    if (!question) throw notFoundProblem()
    return { body: questionJson(question) }
  }

  const act = <T extends z.ZodType>(
    path: string,
    summary: string,
    body: T,
    happen: (to: Awaited<ReturnType<typeof toAnswer>>, input: z.output<T>, me: Account) => Promise<void>,
  ): Operation =>
    operation({
      ...{ method: 'post', path: `/questions/{id}/${path}`, summary, access: 'postNeeds', body },
      ...{ status: 200, answer: questionAnswer },
      async handle(call) {
        const to = await toAnswer(call)
        await happen(to, call.body, call.me)
        return again(to.question.id)
      },
    })

  return [
    operation({
      method: 'get',
      path: '/needs/{id}/questions',
      summary:
        'Questions on a need with their answers; those without only for the company that asked and the need’s side',
      access: 'public',
      status: 200,
      answer: z.object({ items: z.array(questionAnswer) }),
      async handle({ account, params }) {
        const seen = await lookUp(account).ofNeed(params.id ?? '')
        return { body: { items: seen.questions.map(questionJson) } }
      },
    }),
    operation({
      method: 'post',
      path: '/needs/{id}/questions',
      summary: 'Asks about a need; question and answer become public together',
      access: 'postOffers',
      body: questionInput,
      status: 201,
      answer: questionAnswer,
      async handle({ me, params, body, idempotencyKey = newId() }) {
        const need = await needsFor(me, needs, clock.now()).find(params.id ?? '')
        return { body: questionJson(await ask(need, { ...body, key: idempotencyKey }, me, desk)) }
      },
    }),
    act('answer', 'Answers a question in public', answerInput, (to, { text }, me) =>
      answer(to, text, me, desk),
    ),
    act('declining', 'Says that there will be no answer, and why', decliningInput, (to, { reason }, me) =>
      decline(to, reason, me, desk),
    ),
    act('hiding', 'Takes a question out of sight, with a reason', hidingInput, (to, { reason }, me) =>
      hide(to, reason, me, desk),
    ),
  ]
}

function questionJson(question: Question) {
  const { id, needId, text, askedAt, answer: answered, declined, hidden } = question
  const reason = hidden?.reason ?? declined?.reason
  return {
    ...{ id, needId, text, askedAt, state: questionState(question) },
    answer: answered ? { text: answered.text, at: answered.at } : null,
    ...(reason && { reason }),
  }
}
