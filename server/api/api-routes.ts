import { Router } from 'express'
import { needsFor } from '../needs/need-access.ts'
import { needsOfSite } from '../needs/need-routes.ts'
import { needStatuses } from '../needs/need.ts'
import { offersFor } from '../offers/offer-access.ts'
import { offersOfSite } from '../offers/offer-routes.ts'
import { offerStatuses } from '../offers/offer.ts'
import type { Services } from '../services.ts'
import { setUpJsonBody } from '../web/body.ts'
import { setUpLanguage } from '../web/language.ts'
import { notFoundProblem } from '../web/problem.ts'
import { alertRuleOperations } from './alert-rule-operations.ts'
import { answerOperations } from './answer-operations.ts'
import { setUpBearer } from './bearer.ts'
import { introductionOperations } from './introduction-operations.ts'
import { matchOperations } from './match-operations.ts'
import { notificationOperations } from './notification-operations.ts'
import { describeApi } from './openapi.ts'
import { mount, type Operation } from './operation.ts'
import { fulfilmentOperations } from './posting-act-operations.ts'
import { postingOperations } from './posting-operations.ts'
import { questionOperations } from './question-operations.ts'
import { registerOperations } from './register-operations.ts'
import { ruleOperations } from './rule-operations.ts'
import { reservationOperations } from './reservation-operations.ts'
import { screeningOperations } from './screening-operations.ts'
import { tokenOperations } from './token-operations.ts'

/** Every operation of the API, in the order of its description. */
export function apiOperations(services: Services): Operation[] {
  const { offers, needs, clock } = services
  return [
    ...tokenOperations(services),
    ...postingOperations(offersOfSite(services), offerStatuses, (account, id) =>
      offersFor(account, offers, clock.now()).find(id),
    ),
    ...postingOperations(needsOfSite(services), needStatuses, (account, id) =>
      needsFor(account, needs, clock.now()).find(id),
    ),
    ...fulfilmentOperations(needsOfSite(services)),
    ...screeningOperations(services),
    ...answerOperations(services),
    ...ruleOperations(),
    ...matchOperations(services),
    ...reservationOperations(services),
    ...introductionOperations(services),
    ...questionOperations(services),
    ...notificationOperations(services),
    ...alertRuleOperations(services),
    ...registerOperations(services),
  ]
}

/** The API under `/api/v1`: JSON in and out, a token for all that is not public, problems as RFC 9457 says. */
export function apiRoutes(services: Services): Router {
  const operations = apiOperations(services)
  const description = describeApi(operations, services.config.baseUrl)
  const router = Router()
  router.use(setUpJsonBody(), setUpBearer(services))
  router.use(setUpLanguage(services.translations, (req) => req.account?.language))
  router.get('/openapi.json', (_req, res) => {
    res.json(description)
  })
  router.use(mount(operations))
  router.use(() => {
    throw notFoundProblem()
  })
  return router
}
