import { Router, type Request, type Response } from 'express'
import type { z } from 'zod'
import { accountOf, may } from '../accounts/guards.ts'
import {
  answerInput,
  decliningInput,
  hidingInput,
  questionInput,
  sendingKey,
} from '../introductions/introduction-forms.ts'
import { answer, ask, decline, hide } from '../introductions/questions/question-acts.ts'
import { questionsFor } from '../introductions/questions/question-access.ts'
import { QuestionRefused } from '../introductions/questions/question.ts'
import type { SentQuestion } from '../introductions/questions/questions-panel.ts'
import { needsFor } from '../needs/need-access.ts'
import { paths } from '../paths.ts'
import { newId } from '../records/new-id.ts'
import type { Services } from '../services.ts'
import { addressWith } from '../web/address.ts'
import { fieldErrors } from '../web/form-errors.ts'
import { formValues } from '../web/form-values.ts'
import { Problem } from '../web/problem.ts'
import { needPage, type NeedPageServices } from './need-page.ts'

type Id = { id: string }
type QuestionServices = NeedPageServices & Pick<Services, 'processing'>

interface Form<T extends z.ZodType> {
  which: SentQuestion['which']
  schema: T
  /** what the page says afterwards */
  notice: string
  needId: string
  questionId?: string
  act(input: z.output<T>): Promise<unknown>
}

/** The acts on questions; what is not accepted is shown again on the need's page with all that was typed. */
function accepting(services: QuestionServices) {
  return async <T extends z.ZodType>(form: Form<T>, req: Request<Id>, res: Response): Promise<void> => {
    const { which, questionId, needId } = form
    const { key: _key, ...values } = formValues(req.body)
    const parsed = form.schema.safeParse(values)
    const errors = parsed.success ? {} : fieldErrors(parsed.error, values)
    const sent: SentQuestion = { which, questionId, values, errors }
    const again = async (status: number, refusal?: string) =>
      res.status(status).render('needs/need', await needPage(needId, req, services, { sent, refusal }))
    if (!parsed.success) return again(422)
    try {
      await form.act(parsed.data)
    } catch (error) {
      const refusal = refusalOf(error)
      if (!refusal || !(error instanceof Problem)) throw error
      res.set(error.headers)
      return again(error.status, refusal)
    }
    res.redirect(303, `${addressWith(paths.need({ id: needId }), { question: form.notice })}#questions`)
  }
}

/** Asking about a need, for companies. */
export function askingRoutes(services: QuestionServices): Router {
  const { needs, clock } = services
  const accept = accepting(services)
  const desk = deskOf(services)
  return Router().post<Id>('/:id/questions', may('postOffers'), async (req, res) => {
    const account = accountOf(req as Request)
    const need = await needsFor(account, needs, clock.now()).find(req.params.id)
    const { key } = formValues(req.body)
    const formKey = typeof key === 'string' ? key : newId()
    const act = ({ text }: { text: string }) =>
      ask(need, { text, key: sendingKey(formKey, text) }, account, desk)
    await accept({ which: 'ask', schema: questionInput, notice: 'asked', needId: need.id, act }, req, res)
  })
}

/** Answering, declining and hiding, for those who answer for the need. */
export function questionRoutes(services: QuestionServices): Router {
  const accept = accepting(services)
  const desk = deskOf(services)
  const found = async (req: Request<Id>) => {
    const to = await questionsFor(req.account, services, desk.now()).findToAnswer(req.params.id)
    const account = accountOf(req as Request)
    return { to, account, ids: { needId: to.need.id, questionId: to.question.id } }
  }
  const router = Router().use(may('postNeeds'))

  router.post<Id>('/:id/answer', async (req, res) => {
    const { to, account, ids } = await found(req)
    const form = { which: 'answer', schema: answerInput, notice: 'answered', ...ids } as const
    await accept({ ...form, act: ({ text }) => answer(to, text, account, desk) }, req, res)
  })

  router.post<Id>('/:id/declining', async (req, res) => {
    const { to, account, ids } = await found(req)
    const form = { which: 'declining', schema: decliningInput, notice: 'declined', ...ids } as const
    await accept({ ...form, act: ({ reason }) => decline(to, reason, account, desk) }, req, res)
  })

  router.post<Id>('/:id/hiding', async (req, res) => {
    const { to, account, ids } = await found(req)
    const form = { which: 'hiding', schema: hidingInput, notice: 'hidden', ...ids } as const
    await accept({ ...form, act: ({ reason }) => hide(to, reason, account, desk) }, req, res)
  })

  return router
}

const deskOf = ({ questions, processing, clock }: QuestionServices) => ({
  ...{ questions, wake: processing.wake },
  now: () => clock.now(),
})

function refusalOf(error: unknown): string | undefined {
  if (error instanceof QuestionRefused) return error.refusal
  return error instanceof Problem && error.kind === 'too-many-requests' ? 'too-many' : undefined
}
