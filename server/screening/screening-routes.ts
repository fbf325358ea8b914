import { Router, type Request, type Response } from 'express'
import { accountOf, may } from '../accounts/guards.ts'
import type { Clock } from '../connections/clock.ts'
import type { Offer } from '../offers/offer.ts'
import { offersFor } from '../offers/offer-access.ts'
import type { OfferStore } from '../offers/offer-store.ts'
import { naming } from '../organisations/naming.ts'
import type { OrganisationStore } from '../organisations/organisation-store.ts'
import { paths } from '../paths.ts'
import type { AuditStore } from '../records/audit-store.ts'
import { notFoundProblem, Problem } from '../web/problem.ts'
import { casePage } from './case-page.ts'
import { decideOffer } from './decide-offer.ts'
import { readDecision, untouched, type DecisionState } from './decision-form.ts'
import { queuePage } from './queue-page.ts'

interface ScreeningServices {
  offers: OfferStore
  organisations: OrganisationStore
  audits: AuditStore
  processing: { wake(): void }
  clock: Clock
}

/** For staff: administrators may look at queue and cases, deciding asks for `screen`. */
export function screeningRoutes(services: ScreeningServices): Router {
  const { offers, organisations, audits, processing, clock } = services
  const desk = { offers, wake: processing.wake, now: () => clock.now() }
  const router = Router()

  const findCase = async (req: Request<{ id: string }>): Promise<Offer> => {
    const offer = await offersFor(accountOf(req), offers, clock.now()).find(req.params.id)
    if (!offer.publishedAt) throw notFoundProblem()
    return offer
  }

  async function show(req: Request, res: Response, offer: Offer, form: DecisionState) {
    const { routes = [], barredFor = [] } = offer.screening ?? {}
    const company = await organisations.find(offer.organisationId)
    if (!company) throw notFoundProblem()
    const nameOf = await naming([...routes.map((route) => route.organisationId), ...barredFor], organisations)
    const { t, language } = req
    const base = { account: accountOf(req), company, nameOf, now: clock.now(), t, language }
    const status = form.changed ? 409 : Object.keys(form.errors).length > 0 ? 422 : 200
    res
      .status(status)
      .render('screening/case', casePage(offer, { ...base, trail: await audits.of(offer.id), form }))
  }

  router.get('/', async (req, res) => {
    const held = await offers.everHeld()
    const companies = held.map(({ organisationId }) => organisationId)
    const nameOf = await naming(companies, organisations)
    const { t, language } = req
    const context = { show: req.query.show, nameOf, now: clock.now(), t, language }
    res.render('screening/queue', queuePage(held, context))
  })

  router.get('/:id', async (req, res) => show(req, res, await findCase(req), untouched))

  router.post('/:id/decision', may('screen'), async (req: Request<{ id: string }>, res) => {
    const offer = await findCase(req)
    const { decision, state } = readDecision(req.body, offer)
    if (!decision) return show(req, res, offer, state)
    try {
      await decideOffer(offer, decision, accountOf(req), desk)
      res.redirect(303, paths.screeningCase(offer))
    } catch (error) {
      if (!(error instanceof Problem) || error.kind !== 'conflict') throw error
      await show(req, res, await findCase(req), { values: decision, errors: {}, changed: true })
    }
  })

  return router
}
