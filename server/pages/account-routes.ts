import { Router, type Request, type Response } from 'express'
import { z } from 'zod'
import { accountOf } from '../accounts/guards.ts'
import { mailPreferences, type Account } from '../accounts/account.ts'
import { needStatus } from '../needs/need.ts'
import { offerStatus } from '../offers/offer.ts'
import { paths } from '../paths.ts'
import type { Services } from '../services.ts'
import { fieldErrors, type FieldErrors } from '../web/form-errors.ts'
import { formValues } from '../web/form-values.ts'
import { languages } from '../web/i18n.ts'
import { notFoundProblem } from '../web/problem.ts'
import { accountPage } from './account-page.ts'

type AccountServices = Pick<
  Services,
  'accounts' | 'organisations' | 'offers' | 'needs' | 'tokens' | 'clock' | 'config'
>

const languageForm = z.strictObject({ language: z.enum(languages.map(({ code }) => code)) })

/** For everybody who signed in: the own account, and what the own organisation has posted. */
export function accountRoutes(services: AccountServices): Router {
  const { accounts, organisations, offers, needs, tokens, clock, config } = services
  const router = Router()

  async function postingsOf({ organisation: { id, kind } }: Account) {
    const now = clock.now()
    if (kind === 'company') {
      return (await offers.ofOrganisations([id])).map((posting) => ({
        posting,
        status: offerStatus(posting, now),
      }))
    }
    return (await needs.ofOrganisations([id])).map((posting) => ({
      posting,
      status: needStatus(posting, now),
    }))
  }

  async function show(req: Request, res: Response, errors: FieldErrors): Promise<void> {
    const account = accountOf(req)
    const { parentId } = account.organisation
    const page = accountPage(account, {
      parent: parentId ? await organisations.find(parentId) : null,
      postings: await postingsOf(account),
      tokens: await tokens.of({ accountId: account.id, epoch: account.epoch }, clock.now()),
      notice: req.query.notice,
      show: req.query.show,
      now: clock.now(),
      errors,
      tokenAddress: `${config.baseUrl}${paths.tokens()}`,
      t: req.t,
      language: req.language,
    })
    res.status(Object.keys(errors).length > 0 ? 422 : 200).render('accounts/account', page)
  }

  router.get('/', (req, res) => show(req, res, {}))

  router.post('/language', async (req, res) => {
    const values = formValues(req.body)
    const form = languageForm.safeParse(values)
    if (!form.success) return show(req, res, fieldErrors(form.error, values))
    await accounts.setLanguage(accountOf(req).id, form.data.language)
    // What was chosen by the menu before would still come first.
    res.clearCookie('lang').redirect(303, paths.account())
  })

  router.post('/mails', async (req, res) => {
    const preference = mailPreferences.find((one) => one === formValues(req.body).preference)
    if (!preference) throw notFoundProblem()
    await accounts.setMailPreference(accountOf(req).id, preference)
    res.redirect(303, paths.account())
  })

  return router
}
