import { monitorEventLoopDelay } from 'node:perf_hooks'
import { median, timed } from '../figures.ts'
import type { Postings } from './postings.ts'
import { rawScan, type RawStore } from './raw-store.ts'

const rounds = 5

/** Milliseconds of a scan that finds nothing, of decoding as many raw documents, and the main loop's longest stall. */
export async function scanTimes(postings: Postings, raw: RawStore) {
  const times = { scan: [] as number[], raw: [] as number[] }
  let stall = 0
  for (let round = 0; round < rounds; round += 1) {
    const stalls = monitorEventLoopDelay({ resolution: 1 })
    stalls.enable()
    times.scan.push(await timed(() => postings.find({ description: 'of nobody' }).lean()))
    stalls.disable()
    stall = Math.max(stall, stalls.max / 1e6)
    times.raw.push(await timed(async () => rawScan(raw)))
  }
  return { scan: median(times.scan), raw: median(times.raw), stall }
}
