import { Router, type Request, type Response } from 'express'
import { accountOf, may } from '../accounts/guards.ts'
import type { Clock } from '../connections/clock.ts'
import type { OfferStore } from '../offers/offer-store.ts'
import { naming } from '../organisations/naming.ts'
import type { OrganisationStore } from '../organisations/organisation-store.ts'
import { paths } from '../paths.ts'
import { addressWith } from '../web/address.ts'
import { formValues } from '../web/form-values.ts'
import { answersOf } from './answer-access.ts'
import { answerDeskPage } from './answer-desk-page.ts'
import { answerSchema, saidIn } from './answer-form.ts'
import { AnswerRefused } from './answer-refused.ts'
import type { AnswerStore } from './answer-store.ts'
import { giveAnswer, takeBack } from './give-answer.ts'

export interface AnswerServices {
  answers: AnswerStore
  offers: OfferStore
  organisations: OrganisationStore
  processing: { wake(): void }
  clock: Clock
}

/** The desk of an entity or office: the offers that wait for its answer. */
export function answerDeskRoutes({ answers, offers, organisations, clock }: AnswerServices): Router {
  return Router().get('/', may('answerOffers'), async (req, res) => {
    const { t, language } = req
    const now = clock.now()
    const waiting = await answers.openOf(accountOf(req).organisation.id, now)
    const found = await offers.findMany(waiting.map(({ offerId }) => offerId))
    const nameOf = await naming(
      found.map(({ organisationId }) => organisationId),
      organisations,
    )
    res.render('answers/desk', answerDeskPage(waiting, found, { nameOf, now, t, language }))
  })
}

/** Answering an offer and taking an answer back; the offer's page says what came of it. */
export function answerRoutes(services: AnswerServices): Router {
  const { answers, organisations, processing, clock } = services
  const desk = { answers, organisations, wake: processing.wake, now: () => clock.now() }
  const question = (req: Request<{ id: string }>) =>
    answersOf(accountOf(req), services, clock.now()).own(req.params.id)
  const router = Router()

  router.post<{ id: string }>('/:id/answer', may('answerOffers'), async (req, res) => {
    const asked = await question(req)
    const form = answerSchema.safeParse(formValues(req.body))
    if (!form.success) return back(req, res, 'incomplete')
    await told(req, res, () => giveAnswer(asked, saidIn(form.data), accountOf(req), desk), 'given')
  })

  router.post<{ id: string }>('/:id/answer/undo', may('answerOffers'), async (req, res) => {
    const asked = await question(req)
    await told(req, res, () => takeBack(asked, accountOf(req), desk), 'taken-back')
  })

  return router
}

const back = ({ params }: Request<{ id: string }>, res: Response, answer: string): void =>
  res.redirect(303, `${addressWith(paths.offer(params), { answer })}#answers`)

async function told(
  req: Request<{ id: string }>,
  res: Response,
  act: () => Promise<unknown>,
  done: string,
): Promise<void> {
  try {
    await act()
    back(req, res, done)
  } catch (error) {
    if (!(error instanceof AnswerRefused) || error.refusal === 'not-asked') throw error
    back(req, res, error.refusal)
  }
}
