import { Router, type Request, type Response } from 'express'
import { z } from 'zod'
import { accountOf } from '../accounts/guards.ts'
import type { AccountStore } from '../accounts/account-store.ts'
import type { Clock } from '../connections/clock.ts'
import type { NeedStore } from '../needs/need-store.ts'
import type { OfferStore } from '../offers/offer-store.ts'
import { naming } from '../organisations/naming.ts'
import type { OrganisationStore } from '../organisations/organisation-store.ts'
import { paths } from '../paths.ts'
import { fieldErrors, type FieldErrors } from '../web/form-errors.ts'
import { formValues } from '../web/form-values.ts'
import { engagedPanel } from '../introductions/engaged/engaged-panel.ts'
import type { MessageStore } from '../introductions/messages/message-store.ts'
import { haveMet } from '../matching/match.ts'
import { matchesFor, type SeenMatch } from '../matching/match-access.ts'
import { dismiss, dismissalReasons, showInterest } from '../matching/match-acts.ts'
import { contactsOf } from '../matching/match-contacts.ts'
import { matchListPage } from '../matching/match-list-page.ts'
import { matchPage } from './match-page.ts'
import { reservationPanel } from './reservation-panel.ts'
import type { MatchStore } from '../matching/match-store.ts'

interface MatchServices {
  matches: MatchStore
  offers: OfferStore
  needs: NeedStore
  organisations: OrganisationStore
  accounts: AccountStore
  messages: MessageStore
  processing: { wake(): void }
  clock: Clock
}

const dismissalForm = z.strictObject({ reason: z.enum(dismissalReasons) })

/** For everybody who signed in: each account's own matches, and for staff the single ones that they are led to. */
export function matchRoutes(services: MatchServices): Router {
  const { matches, messages, organisations, accounts, processing, clock } = services
  const desk = { matches, wake: processing.wake, now: () => clock.now() }
  const own = (req: Request) => matchesFor(accountOf(req), services, clock.now())
  const router = Router()

  const namesIn = (seen: SeenMatch[]) =>
    naming(
      seen.flatMap(({ match }) => [match.parties.offer, match.parties.need]),
      organisations,
    )

  async function show(req: Request, res: Response, seen: SeenMatch, errors: FieldErrors): Promise<void> {
    const { t, language } = req
    const base = { account: accountOf(req), nameOf: await namesIn([seen]), now: clock.now(), t, language }
    const page = matchPage(seen, {
      reservation: reservationPanel(seen, req, base.now),
      ...{ ...base, errors },
      contacts: await contactsOf(seen, accounts),
      engaged: await engagedPanel(seen.match.parties.offer, base.account, services),
      exchanged: !seen.side && haveMet(seen.match) ? await messages.count(seen.match.id) : undefined,
    })
    res.status(page.errors.length > 0 ? 422 : 200).render('matching/match', page)
  }

  router.get('/', async (req, res) => {
    const { t, language, query } = req
    const all = await own(req).list()
    const context = { status: query.status, page: query.page, nameOf: await namesIn(all), t, language }
    res.render('matching/matches', matchListPage(all, context))
  })

  router.get('/:id', async (req, res) => show(req, res, await own(req).find(req.params.id), {}))

  router.post('/:id/interest', async (req, res) => {
    const seen = await own(req).findOwn(req.params.id)
    await showInterest(seen, accountOf(req), desk)
    res.redirect(303, paths.match(seen.match))
  })

  router.post('/:id/dismissal', async (req, res) => {
    const seen = await own(req).findOwn(req.params.id)
    const values = formValues(req.body)
    const form = dismissalForm.safeParse(values)
    if (!form.success) return show(req, res, seen, fieldErrors(form.error, values))
    await dismiss(seen, form.data.reason, accountOf(req), desk)
    res.redirect(303, paths.match(seen.match))
  })

  return router
}
