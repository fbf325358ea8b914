import { setTimeout as pause } from 'node:timers/promises'
import type { Services } from '../../server/services.ts'
import type { Report } from './report.ts'

const progressMilliseconds = 1_000
/** where another process has taken the rest on */
const restMilliseconds = 100

/**
 * Screens, indexes and matches what was imported, together with a running server where there is one. Returns how many
 * postings were given up for now, because their steps failed again and again; a server goes on trying.
 */
export async function processImported(services: Services, report: Report): Promise<number> {
  const { offers, needs, processing, clock } = services
  const waiting = async () => (await offers.waiting()) + (await needs.waiting())
  for (let left = await waiting(); left > 0; left = await waiting()) {
    report.waiting(left)
    await Promise.race([processing.settled(), pause(progressMilliseconds)])
    await pause(restMilliseconds)
  }
  await processing.settled()
  const never = new Date(clock.now().getTime() + 86_400_000)
  return (await offers.due(never)) + (await needs.due(never))
}
