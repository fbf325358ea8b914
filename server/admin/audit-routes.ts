import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Router } from 'express'
import { cellsOf, tableWriter } from '../exports/table.ts'
import type { AuditRecord, AuditStore } from '../records/audit-store.ts'
import { auditColumns } from './audit-columns.ts'
import { auditPage } from './audit-page.ts'
import { auditQuery, placeOf, searchOf } from './audit-query.ts'
import { recordNames, type NamingServices } from './record-names.ts'

type AuditServices = NamingServices & { audits: AuditStore }

const pageSize = 50
const mostRows = 5_000

/** Every act on record, filtered; as a page and as a table. */
export function auditRoutes(services: AuditServices): Router {
  const { audits } = services
  return Router()
    .get('/audit', async (req, res) => {
      const query = auditQuery.parse(req.query)
      const found = await audits.search(searchOf(query), placeOf(query), pageSize + 1)
      const entries = found.slice(0, pageSize)
      const names = await recordNames(entries, services)
      const shown = { entries, more: found.length > pageSize, acts: await audits.acts(), names }
      res.render('admin/audit', auditPage(shown, query, req))
    })
    .get('/audit.csv', async (req, res) => {
      const entries = await audits.search(searchOf(auditQuery.parse(req.query)), null, mostRows)
      res.set('Cache-Control', 'no-store').attachment('audit.csv')
      const rows = entries.map((entry: AuditRecord) => cellsOf(entry, auditColumns))
      await pipeline(Readable.from(rows), tableWriter(auditColumns), res)
    })
}
