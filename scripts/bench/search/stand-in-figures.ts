import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ownMemory } from '../database/memory.ts'
import { quantile, rounded, timed } from '../figures.ts'
import { additionFigures } from './addition.ts'
import { setUp, startStandIn, type StandIn } from './contestants/stand-in.ts'
import { inBatches } from './load.ts'
import { dozens, listings } from './questions.ts'
import { typedFigures } from './typed.ts'
import type { Words } from './words.ts'

const asked = 200

/** Adds so many postings to a new index in the empty folder. */
export async function fillStandIn(folder: string, postings: number, words: Words) {
  await setUp(folder)
  const standIn = await startStandIn(folder)
  const indexSeconds = await inBatches(standIn, postings, words)
  await standIn.stop()
  return { indexSeconds }
}

/** All other figures of the stand-in over the filled folder, in a fresh process. Milliseconds unless named. */
export async function standInFigures(folder: string, postings: number, words: Words) {
  const before = ownMemory()
  const { standIn, startSeconds } = await started(folder)
  const memoryMegabytes = rounded(ownMemory() - before, 0)
  const figures = {
    startSeconds,
    memoryMegabytes,
    ...(await typedFigures(standIn, postings, words)),
    listingP95: await p95(listings(asked), standIn.list),
    multiSearchP95: await p95(dozens(asked, postings, words), standIn.askDozen),
    ...(await additionFigures(standIn, postings, words)),
    diskMegabytes: rounded((await bytesIn(folder)) / 1e6, 0),
  }
  await standIn.stop()
  return figures
}

async function started(folder: string): Promise<{ standIn: StandIn; startSeconds: number }> {
  let standIn: StandIn | undefined
  const milliseconds = await timed(async () => {
    standIn = await startStandIn(folder)
    await standIn.ofRevision(1)
  })
  return { standIn: standIn!, startSeconds: rounded(milliseconds / 1_000) }
}

/** The first quarter goes unmeasured. */
async function p95<Item>(items: Item[], ask: (item: Item) => Promise<void>): Promise<number> {
  const times: number[] = []
  for (const item of items) times.push(await timed(() => ask(item)))
  return rounded(quantile(times.slice(items.length / 4), 0.95))
}

async function bytesIn(folder: string): Promise<number> {
  const files = await readdir(folder)
  const sizes = await Promise.all(files.map(async (file) => (await stat(join(folder, file))).blocks * 512))
  return sizes.reduce((total, size) => total + size, 0)
}
