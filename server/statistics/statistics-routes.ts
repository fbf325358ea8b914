import { Router, type Request, type Response } from 'express'
import { z } from 'zod'
import type { ExportThrottle } from '../exports/export-throttle.ts'
import { cellsOf, tableWriter } from '../exports/table.ts'
import type { Clock } from '../connections/clock.ts'
import { naming } from '../organisations/naming.ts'
import type { OrganisationStore } from '../organisations/organisation-store.ts'
import { paths } from '../paths.ts'
import type { FiguresStore } from './figures-store.ts'
import { figuresColumns, figuresFile, figuresRows } from './figures-file.ts'
import { figuresOf } from './figures.ts'
import { periods, spanOf, type Period } from './period.ts'
import { remember } from './remember.ts'
import { statisticsPage } from './statistics-page.ts'

interface StatisticsServices {
  figures: FiguresStore
  organisations: OrganisationStore
  exportThrottle: ExportThrottle
  clock: Clock
}

const query = z.object({ period: z.enum(periods).catch('12-months') })

/** Open to all: how the matching goes, as a page, as a table and as JSON; `?period=` of them all. */
export function statisticsRoutes(services: StatisticsServices): Router {
  const { figures, organisations, exportThrottle, clock } = services
  const counted = remember(
    (period: Period, now) => figuresOf(figures, spanOf(period, now)),
    () => clock.now(),
  )

  async function file(req: Request, res: Response, ending: string) {
    await exportThrottle.files.admit(req.ip ?? 'unknown')
    const { period } = query.parse(req.query)
    const { at, value } = await counted(period)
    res.set('Cache-Control', 'no-store')
    res.attachment(`statistics-${period}-${at.toISOString().slice(0, 10)}.${ending}`)
    return figuresFile(period, at, value)
  }

  return Router()
    .get(paths.statistics(), async (req, res) => {
      const { period } = query.parse(req.query)
      const found = await counted(period)
      const asked = found.value.responses.entities.map(({ organisationId }) => organisationId)
      const nameOf = await naming(asked, organisations)
      res.render('statistics/statistics', statisticsPage(found, period, nameOf, req))
    })
    .get(`${paths.statistics()}.json`, async (req, res) => {
      res.json(await file(req, res, 'json'))
    })
    .get(`${paths.statistics()}.csv`, async (req, res) => {
      const table = tableWriter(figuresColumns)
      for (const row of figuresRows(await file(req, res, 'csv'))) table.write(cellsOf(row, figuresColumns))
      table.end().pipe(res)
    })
}
