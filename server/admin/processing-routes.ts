import { Router } from 'express'
import { accountOf } from '../accounts/guards.ts'
import { paths } from '../paths.ts'
import { audited } from '../records/effect.ts'
import type { Services } from '../services.ts'
import { addressWith } from '../web/address.ts'
import { healthOf, tryAgain, type HealthServices } from './processing-health.ts'
import { processingPage } from './processing-page.ts'

type ProcessingDesk = HealthServices & Pick<Services, 'audits' | 'processing' | 'postman'>

/** How the processing stands, and another try of what failed. */
export function processingRoutes(services: ProcessingDesk): Router {
  const { audits, processing, postman, clock } = services
  return Router()
    .get('/', async (req, res) => {
      res.render('admin/processing', processingPage(await healthOf(services), req))
    })
    .post('/retry', async (req, res) => {
      await tryAgain(services)
      const record = { kind: 'processing', id: 'retry' }
      const trace = { actor: accountOf(req), act: 'retry', record, before: null, after: null }
      await audits.add(audited(trace, clock.now()))
      processing.wake()
      postman.wake()
      res.redirect(303, addressWith(paths.adminProcessing(), { done: 'retried' }))
    })
}
