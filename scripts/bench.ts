import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { explain } from '../server/explain.ts'
import { alertTimes } from './bench/alerts.ts'
import { median, quantile, rounded, timed } from './bench/figures.ts'
import { listingTimes } from './bench/listing.ts'
import { runProgram } from './bench/programs.ts'
import { startSite, type Site } from './bench/site.ts'
import { writeSynthetic } from './bench/synthetic.ts'
import { printTable } from './bench/table.ts'
import { rawEmit, rawSearch } from './bench/yardsticks.ts'

const say = (line: string) => process.stderr.write(`${line}\n`)

/** The demo first, then the files beside nothing else, as a newcomer would load them. */
async function load(folder: string, dataDir: string) {
  const { values } = parseArgs({ options: { 'un-info': { type: 'string' }, ocean: { type: 'string' } } })
  const { 'un-info': unInfo, ocean } = values
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

async function bench(folder: string): Promise<void> {
  const dataDir = join(folder, 'data')
  const loaded = await load(folder, dataDir)
  const site = await startSite(dataDir)
  say(`started in ${rounded(site.seconds)} s; posting offers`)
  const memory = await site.memory()
  const alert = await measureAlerts(site, dataDir)
  say('asking for listings')
  const listing = await listingTimes(site, folder)
  await site.stop()
  const figures = {
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
  printTable(figures)
  console.log(JSON.stringify(figures))
}

const folder = await mkdtemp(join(tmpdir(), 'concord-bench-'))
try {
  await bench(folder)
} catch (error) {
  console.error(explain(error))
  process.exitCode = 1
} finally {
  await rm(folder, { recursive: true, force: true })
}
process.exit()
