import type { Services } from '../../server/services.ts'
import { audited } from '../../server/records/effect.ts'
import type { Adapt } from './adapted.ts'
import { importRuns, type ImportRun } from './import-runs.ts'
import type { Line } from './lines.ts'
import { loadLines, type Summary } from './load-lines.ts'
import { processImported } from './process-imported.ts'
import type { Report } from './report.ts'

/** What is imported: a format's name, how its lines are read, and the lines. */
export interface Import {
  format: string
  adapt: Adapt
  lines: AsyncIterable<Line>
}

/**
 * The whole way of an import: every line stored, every posting processed, every office told once in one sentence. Cut
 * off at any moment and run again, it ends as if nothing had happened.
 */
export async function runImport(
  { format, adapt, lines }: Import,
  services: Services,
  report: Report,
): Promise<Summary> {
  const { connection, clock } = services
  const runs = importRuns(connection)
  const run = await runs.begin(format, clock.now())
  const summary = await loadLines(lines, adapt, services, report)
  const left = await processImported(services, report)
  if (left > 0) report.unprocessed(left)
  await tellOffices(run, services)
  await leaveTrace(run, format, summary, services)
  await runs.finish(run, clock.now())
  return summary
}

/** One summary for each office or entity whose needs got matches. */
async function tellOffices(run: ImportRun, { matches, notify, clock }: Services): Promise<void> {
  for (const { organisationId, count } of await matches.countSince(run.startedAt)) {
    await notify({ kind: 'import-matched', importId: run.id, officeId: organisationId, count }, clock.now())
  }
}

/** One entry for the import as a whole; each posting names its source itself. */
async function leaveTrace(run: ImportRun, format: string, summary: Summary, { audits, clock }: Services) {
  const actor = { id: 'import', name: `Import of ${format}` }
  const record = { kind: 'import', id: run.id }
  const entry = { actor, act: 'import', record, before: null, after: { format, ...summary } }
  await audits.add({ ...audited(entry, clock.now()), id: run.id })
}
