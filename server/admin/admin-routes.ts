import { Router } from 'express'
import type { Services } from '../services.ts'
import { accountDeskRoutes } from './account-desk-routes.ts'
import { auditRoutes } from './audit-routes.ts'
import { organisationDeskRoutes } from './organisation-desk-routes.ts'
import { overviewPage } from './overview-page.ts'
import { healthOf } from './processing-health.ts'
import { processingRoutes } from './processing-routes.ts'
import { rulesPage } from './rules-page.ts'
import { whatWaits } from './what-waits.ts'

/** For administrators only: what waits, organisations, accounts, rules, processing and the audit. */
export function adminRoutes(services: Services): Router {
  const { clock, watchlists } = services
  return Router()
    .get('/', async (req, res) => {
      const now = clock.now()
      const waits = await whatWaits(services, await healthOf(services), now)
      res.render('admin/overview', overviewPage(waits, req))
    })
    .get('/rules', async (req, res) => {
      res.render('admin/rules', rulesPage(await watchlists.current(), req))
    })
    .use('/organisations', organisationDeskRoutes(services))
    .use('/accounts', accountDeskRoutes(services))
    .use('/processing', processingRoutes(services))
    .use('/', auditRoutes(services))
}
