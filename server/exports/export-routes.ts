import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Router, type Request, type Response } from 'express'
import type { Clock } from '../connections/clock.ts'
import { atomOf, feedSize } from './atom.ts'
import { everyRow, mostRows, pageOf } from './every-row.ts'
import { exportLinks } from './export-links.ts'
import type { ExportThrottle } from './export-throttle.ts'
import type { Exportable, RowPage } from './exportable.ts'
import { isKnown } from './is-known.ts'
import { jsonFile, queryIn } from './json-file.ts'
import { createLastChanges } from './last-changes.ts'
import { cellsOf, tableWriter } from './table.ts'

interface ExportServices {
  exportThrottle: ExportThrottle
  config: { baseUrl: string }
  clock: Clock
}

/** The result of a search as `.csv`, `.json` and `.atom` beside its listing, open to all like the listing itself. */
export function exportRoutes<Row>(source: Exportable<Row>, services: ExportServices): Router {
  const { exportThrottle, config, clock } = services
  const lastChange = createLastChanges()
  const router = Router()

  /** The first page comes before any header, so that a search that is away is said so in place of a file. */
  async function begin(req: Request, res: Response, ending: string): Promise<RowPage<Row>> {
    await exportThrottle.files.admit(req.ip ?? 'unknown')
    const first = await pageOf(source, req.query)
    const cut = first.total > mostRows
    res.set({
      'Cache-Control': 'no-store',
      'X-Total-Count': String(first.total),
      'X-Row-Limit': String(mostRows),
    })
    res.attachment(fileName(source.path, clock.now(), cut, ending))
    return first
  }

  router.get(`${source.path}.csv`, async (req, res) => {
    const first = await begin(req, res, 'csv')
    const columns = source.columnsFor(req)
    const cells = Readable.from(cellRows(everyRow(source, req.query, first), columns))
    await sent(pipeline(cells, tableWriter(columns), res))
  })

  router.get(`${source.path}.json`, async (req, res) => {
    const first = await begin(req, res, 'json')
    const query = queryIn(source.addressOf(req.query))
    const head = { generatedAt: clock.now(), query, total: first.total, limit: mostRows }
    const items = itemsOf(everyRow(source, req.query, first), source)
    await sent(pipeline(Readable.from(jsonFile(head, items)), res))
  })

  router.get(`${source.path}.atom`, async (req, res) => {
    await exportThrottle.feeds.admit(req.ip ?? 'unknown')
    const newest = { ...req.query, sort: 'newest' }
    const { rows } = await pageOf(source, newest, feedSize)
    const listing = source.addressOf(req.query)
    const text = atomOf(
      rows.map((row) => source.entryOf(row, req)),
      {
        title: source.titleOf(req.query, req, rows),
        language: req.language,
        listing,
        self: exportLinks(listing, req.language).atom,
        baseUrl: config.baseUrl,
      },
    )
    const tag = `W/"${createHash('sha256').update(text).digest('base64url')}"`
    const changed = lastChange(`${req.language} ${listing}`, tag, clock.now())
    res.set({ 'Cache-Control': 'no-cache', ETag: tag, 'Last-Modified': changed.toUTCString() })
    if (isKnown(req.headers, tag, changed)) return res.status(304).end()
    res.type('application/atom+xml; charset=utf-8').send(text)
  })

  return router
}

async function* cellRows<Row>(rows: AsyncIterable<Row>, columns: Parameters<typeof cellsOf<Row>>[1]) {
  for await (const row of rows) yield cellsOf(row, columns)
}

async function* itemsOf<Row>(rows: AsyncIterable<Row>, { itemOf }: Exportable<Row>) {
  for await (const row of rows) yield itemOf(row)
}

/** `offers-2027-03-01-first-5000.csv` */
const fileName = (path: string, now: Date, cut: boolean, ending: string): string =>
  `${path.slice(1)}-${now.toISOString().slice(0, 10)}${cut ? `-first-${mostRows}` : ''}.${ending}`

/** A reader who leaves midway is no fault; any other failure breaks the connection, so that half a file is seen as such. */
async function sent(done: Promise<void>): Promise<void> {
  await done.catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  })
}
