import { createHash } from 'node:crypto'
import type { ImportedPosting } from '../../server/postings/posting-import.ts'
import type { Side } from '../../server/postings/posting.ts'
import type { Services } from '../../server/services.ts'
import type { Adapt, Adapted, Rejected } from './adapted.ts'
import type { Line } from './lines.ts'
import { idFrom, posterDirectory } from './posters.ts'
import type { Report } from './report.ts'

/** `imported`, `skipped` (nothing new) and `rejected` add up to `lines`. */
export interface Summary {
  lines: number
  imported: number
  skipped: number
  rejected: number
}

const batchSize = 500

/** Brings each line of a file into the store of its side, in batches. */
export async function loadLines(
  lines: AsyncIterable<Line>,
  adapt: Adapt,
  services: Services,
  report: Report,
): Promise<Summary> {
  const now = services.clock.now()
  const posterId = await posterDirectory(services.organisations, now)
  const summary: Summary = { lines: 0, imported: 0, skipped: 0, rejected: 0 }
  const batches = { offer: new Map<string, ImportedPosting>(), need: new Map<string, ImportedPosting>() }

  async function store(side: Side): Promise<void> {
    const batch = [...batches[side].values()]
    batches[side].clear()
    const imported = await services[`${side}s`].bring(batch, now)
    summary.imported += imported
    summary.skipped += batch.length - imported
  }

  async function take({ posting: { side, ...posting }, poster }: Adapted): Promise<void> {
    const organisationId = await posterId(poster)
    const imported = toImported({ ...posting, organisationId }, now)
    if (batches[side].has(imported.id)) await store(side)
    batches[side].set(imported.id, imported)
    if (batches[side].size >= batchSize) await store(side)
  }

  for await (const line of lines) {
    summary.lines += 1
    const adapted = adaptLine(line, adapt)
    if ('reason' in adapted) {
      summary.rejected += 1
      report.rejected(line.number, adapted.reason)
    } else {
      await take(adapted)
    }
    report.read(summary.lines)
  }
  await store('offer')
  await store('need')
  return summary
}

function adaptLine(line: Line, adapt: Adapt): Adapted | Rejected {
  if ('problem' in line) return { reason: line.problem }
  try {
    return adapt(JSON.parse(line.text))
  } catch (error) {
    if (error instanceof SyntaxError) return { reason: 'not JSON' }
    throw error
  }
}

/** Sources date some postings ahead; nothing here was made known later than now. */
function toImported(said: Omit<ImportedPosting, 'id'>, now: Date): ImportedPosting {
  const { format, key } = said.source
  const digest = createHash('sha256').update(JSON.stringify(said)).digest('base64url').slice(0, 22)
  const createdAt = said.createdAt < now ? said.createdAt : now
  return { ...said, id: idFrom(`${format}:${key}`), createdAt, source: { ...said.source, digest } }
}
