import { Router, type Request, type Response } from 'express'
import type { z } from 'zod'
import { accountOf } from '../accounts/guards.ts'
import type { SentForm } from '../introductions/ending-page.ts'
import type { Introduction } from '../introductions/introduction-access.ts'
import { end, propose } from '../introductions/introduction-acts.ts'
import { agreementInput, endingInput, messageInput, sendingKey } from '../introductions/introduction-forms.ts'
import { ActRefused } from '../introductions/introduction.ts'
import { sendMessage, takeMessageBack } from '../introductions/messages/send-message.ts'
import { paths } from '../paths.ts'
import { newId } from '../records/new-id.ts'
import { addressWith } from '../web/address.ts'
import { fieldErrors } from '../web/form-errors.ts'
import { formValues } from '../web/form-values.ts'
import { Problem } from '../web/problem.ts'
import { introductionDesk, type IntroductionServices } from './introduction-desk.ts'

type Id = { id: string }

interface Form<T extends z.ZodType> {
  which: SentForm['which']
  schema: T
  act(own: Introduction, input: z.output<T>, req: Request<Id>): Promise<unknown>
  /** where the reader goes when it is done */
  done(own: Introduction): string
}

/** What members of an introduction write into it; whatever is not accepted is shown again with all that was typed. */
export function introductionFormRoutes(services: IntroductionServices): Router {
  const { own, desk, show } = introductionDesk(services)
  const account = (req: Request<Id>) => accountOf(req as Request)
  const router = Router()

  const accept =
    <T extends z.ZodType>({ which, schema, act, done }: Form<T>) =>
    async (req: Request<Id>, res: Response): Promise<void> => {
      const found = await own(req).find(req.params.id)
      const { key: _key, ...values } = formValues(req.body)
      const form = schema.safeParse(values)
      const sent = { which, values, errors: form.success ? {} : fieldErrors(form.error, values) }
      if (!form.success) return show(req, res, 422, found, sent)
      try {
        await act(found, form.data, req)
      } catch (error) {
        const refusal = refusalOf(error)
        if (!refusal) throw error
        if (error instanceof Problem) res.set(error.headers).status(error.status)
        return show(req, res, res.statusCode, await own(req).find(req.params.id), { ...sent, refusal })
      }
      res.redirect(303, done(found))
    }

  const after = (notice: string) => (found: Introduction) =>
    addressWith(paths.introduction(found.match), { notice })

  router.post(
    '/:id/messages',
    accept({
      which: 'message',
      schema: messageInput,
      act: (found, { text }, req) => sendMessage(found, { text, key: keyOf(req, text) }, account(req), desk),
      done: ({ match }) => `${paths.introduction(match)}#latest`,
    }),
  )
  router.post(
    '/:id/ending',
    accept({
      which: 'ending',
      schema: endingInput,
      act: (found, input, req) => end(found, input, account(req), desk),
      done: after('ended'),
    }),
  )
  router.post(
    '/:id/agreement',
    accept({
      which: 'agreement',
      schema: agreementInput,
      act: (found, input, req) => propose(found, input, account(req), desk),
      done: after('proposed'),
    }),
  )

  router.post<Id & { message: string }>('/:id/messages/:message/withdrawal', async (req, res) => {
    const found = await own(req).find(req.params.id)
    try {
      await takeMessageBack(found, req.params.message, account(req), desk)
    } catch (error) {
      if (!(error instanceof ActRefused)) throw error
      return res.redirect(303, after(error.refusal)(found))
    }
    res.redirect(303, `${paths.introduction(found.match)}#latest`)
  })

  return router
}

/** A form without its key, as another program may send it, is a sending of its own. */
function keyOf(req: Request<Id>, text: string): string {
  const { key } = formValues(req.body)
  return sendingKey(typeof key === 'string' ? key : newId(), text)
}

function refusalOf(error: unknown): string | undefined {
  if (error instanceof ActRefused) return error.refusal
  return error instanceof Problem && error.kind === 'too-many-requests' ? 'too-many' : undefined
}
