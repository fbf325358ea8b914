import { Router } from 'express'
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import type { Health } from '../connections/health.ts'
import type { Live } from '../connections/live.ts'
import type { NeedStore } from '../needs/need-store.ts'
import type { OfferStore } from '../offers/offer-store.ts'

interface HealthServices {
  health: Health
  live: Live
  offers: OfferStore
  needs: NeedStore
}

/** Open to all and without personal data: for probes and for monitoring. */
export function healthRoutes(services: HealthServices): Router {
  const { health } = services
  const registry = metricsOf(services)
  const router = Router()

  router.get('/health/live', (_req, res) => {
    res.json({ status: 'ok' })
  })

  router.get('/health/ready', async (_req, res) => {
    const away = await health.away()
    const ready = health.started && !away.includes('database')
    const status = !ready ? 'unavailable' : away.length > 0 ? 'degraded' : 'ok'
    res.status(ready ? 200 : 503).json({ status, ...(away.length > 0 && { [status]: away }) })
  })

  router.get('/metrics', async (_req, res) => {
    res.type(registry.contentType).send(await registry.metrics())
  })

  return router
}

/** Those under way or to be tried later have a later moment; they wait as well. */
const ever = new Date(8.64e15)

function metricsOf({ live, offers, needs }: HealthServices): Registry {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  new Gauge({
    name: 'concord_listeners',
    help: 'Connected browsers and clients',
    registers,
    collect() {
      this.set(live.listeners().length)
    },
  })
  new Gauge({
    name: 'concord_postings_due',
    help: 'Postings that wait to be screened, indexed or matched',
    registers,
    async collect() {
      this.set((await offers.due(ever)) + (await needs.due(ever)))
    },
  })
  return registry
}
