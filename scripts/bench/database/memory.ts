import { readFileSync } from 'node:fs'
import { idOf, posting, referenceOf, type Postings } from './postings.ts'
import { scattered } from './in-flight.ts'

/** Megabytes that the process holds itself; pages of the mapped file, which the system may take back, don't count. */
export function ownMemory(): number {
  try {
    const kilobytes = /^RssAnon:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
    return Number(kilobytes) / 1_000
  } catch {
    return process.memoryUsage.rss() / 1e6
  }
}

const width = 20
const samplePause = 500

/**
 * Reads, changes, adds and removes postings for some minutes; their number stays. Gives the least memory held in the
 * second tenth of that time and in the last, so that a collector's moods don't count.
 */
export async function mixedLoad(postings: Postings, documents: number, minutes: number) {
  const end = performance.now() + minutes * 60_000
  const samples: number[] = []
  const sampler = setInterval(() => samples.push(ownMemory()), samplePause)
  let operations = 0
  const lane = async () => {
    while (performance.now() < end) await act(postings, documents, operations++)
  }
  await Promise.all(Array.from({ length: width }, lane))
  clearInterval(sampler)
  const tenth = Math.max(1, Math.floor(samples.length / 10))
  const least = (from: number) => Math.min(...samples.slice(from, from + tenth))
  return { operations, early: least(tenth), late: least(samples.length - tenth) }
}

async function act(postings: Postings, documents: number, turn: number): Promise<unknown> {
  const number = scattered(turn, documents)
  const kind = turn % 1_000
  if (kind === 0) return postings.find({ description: 'of nobody' }).lean()
  if (kind < 500) return postings.findById(idOf(number)).lean()
  if (kind < 700) return postings.find({ status: 'held' }).sort({ createdAt: -1 }).limit(20).lean()
  if (kind < 900) return postings.updateOne({ reference: referenceOf(number) }, { $inc: { revision: 1 } })
  await postings.deleteOne({ _id: idOf(number) })
  return postings.updateOne({ _id: idOf(number) }, { $setOnInsert: posting(number) }, { upsert: true })
}
