import { Router } from 'express'
import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client'
import type { Health } from '../connections/health.ts'
import type { Live } from '../connections/live.ts'
import type { Indexing } from '../indexing/keep-indexes.ts'

interface HealthServices {
  health: Health
  live: Live
  indexing: Indexing
}

/** A posting that waits for longer, in seconds, means that something is wrong. */
const longestWait = 60

/** Open to all and without personal data: for probes and for monitoring. */
export function healthRoutes(services: HealthServices): Router {
  const { health, indexing } = services
  const registry = metricsOf(services)
  const router = Router()

  router.get('/health/live', (_req, res) => {
    res.json({ status: 'ok' })
  })

  router.get('/health/ready', async (_req, res) => {
    const [away, lag] = await Promise.all([health.away(), indexing.lag().catch(() => null)])
    const ready = health.started && lag !== null && !away.includes('database')
    if (!ready) {
      const unavailable = away.length > 0 ? { unavailable: away } : {}
      return void res.status(503).json({ status: 'unavailable', ...unavailable })
    }
    const isBehind = lag.oldestSeconds > longestWait && !away.includes('search')
    const degraded = isBehind ? [...away, 'search'] : away
    const status = degraded.length > 0 ? { status: 'degraded', degraded } : { status: 'ok' }
    res.json({ ...status, indexing: lag })
  })

  router.get('/metrics', async (_req, res) => {
    res.type(registry.contentType).send(await registry.metrics())
  })

  return router
}

function metricsOf({ live, indexing }: HealthServices): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const gauge = (name: string, help: string, read: () => number | Promise<number>) =>
    new Gauge({
      ...{ name, help, registers: [registry] },
      async collect() {
        this.set(await read())
      },
    })
  gauge('concord_listeners', 'Connected browsers and clients', () => live.listeners().length)
  gauge(
    'concord_postings_due',
    'Records that wait to be screened, indexed or matched',
    async () => (await indexing.lag()).waiting,
  )
  gauge(
    'concord_indexing_oldest_wait_seconds',
    'For how long the first of the records that wait has waited',
    async () => (await indexing.lag()).oldestSeconds,
  )
  gauge('concord_search_up', '1 while the search server can be worked with', () => Number(indexing.isUp()))
  new Counter({
    name: 'concord_stale_hits_total',
    help: 'Hits that the database did not confirm, dropped before anybody saw them and indexed anew',
    labelNames: ['index'],
    registers: [registry],
    collect() {
      this.reset()
      for (const [index, hits] of indexing.staleHits()) this.inc({ index }, hits)
    },
  })
  return registry
}
