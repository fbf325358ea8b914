import { join } from 'node:path'
import { alertTimes } from './alerts.ts'
import { median, quantile, rounded, timed } from './figures.ts'
import { listingTimes } from './listing.ts'
import { runProgram } from './programs.ts'
import { startSite, type Site } from './site.ts'
import { writeSynthetic } from './synthetic.ts'
import { rawEmit, rawSearch } from './yardsticks.ts'

const say = (line: string) => process.stderr.write(`${line}\n`)

/** Files of public records to load in the place of synthetic ones. */
export interface RealFiles {
  unInfo?: string | undefined
  ocean?: string | undefined
}

/** The demo first, then the files beside nothing else, as a newcomer would load them. */
async function load(folder: string, dataDir: string, { unInfo, ocean }: RealFiles) {
  const files = unInfo && ocean ? { unInfo, ocean } : await writeSynthetic(folder)
  await (await startSite(dataDir)).stop()
  const loaded = { postings: 0, seconds: 0 }
  for (const [format, file] of [
    ['ocean-commitments', files.ocean],
    ['un-info', files.unInfo],
  ] as const) {
    say(`importing ${file}`)
    const { printed, seconds } = await runProgram(['scripts/import.ts', format, file], { DATA_DIR: dataDir })
    const { imported } = JSON.parse(printed.trim().split('\n').at(-1) ?? '') as { imported: number }
    loaded.postings += imported
    loaded.seconds += seconds
  }
  return loaded
}

/** Each post is measured beside its yardstick, so that both meet the machine in the same mood. */
async function measureAlerts(site: Site, dataDir: string) {
  const search = await rawSearch(dataDir)
  const socket = await rawEmit()
  const raw = { search: [] as number[], emit: [] as number[] }
  await search()
  const alerts = await alertTimes(site, async () => {
    raw.search.push(await timed(search))
    raw.emit.push(await timed(socket.emit))
  })
  await socket.close()
  const yardstick = median(raw.search) + median(raw.emit)
  return { median: median(alerts), p95: quantile(alerts, 0.95), yardstick }
}

/** What people feel: from a POST to the alert, a listing with its facets, an import, a start. */
export async function benchApplication(folder: string, real: RealFiles): Promise<Record<string, number>> {
  const dataDir = join(folder, 'data')
  const loaded = await load(folder, dataDir, real)
  const site = await startSite(dataDir)
  say(`started in ${rounded(site.seconds)} s; posting offers`)
  const memory = await site.memory()
  const alert = await measureAlerts(site, dataDir)
  say('asking for listings')
  const listing = await listingTimes(site, folder)
  await site.stop()
  return {
    postings: loaded.postings,
    alertMedianRatio: rounded(alert.median / alert.yardstick),
    alertP95Ratio: rounded(alert.p95 / alert.yardstick),
    alertMedianMilliseconds: rounded(alert.median, 1),
    alertP95Milliseconds: rounded(alert.p95, 1),
    alertYardstickMilliseconds: rounded(alert.yardstick, 1),
    listingRatio: rounded(listing.page / listing.bare),
    listingMilliseconds: rounded(listing.page, 1),
    listingYardstickMilliseconds: rounded(listing.bare, 1),
    importedPerSecond: rounded(loaded.postings / loaded.seconds, 1),
    memoryMegabytes: Math.round(memory / 1e6),
    startSeconds: rounded(site.seconds),
  }
}
