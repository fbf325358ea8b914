import { readFileSync } from 'node:fs'
import { fillStandIn, standInFigures } from './stand-in-figures.ts'
import { withMiniSearch } from './contestants/with-minisearch.ts'
import { withOrama } from './contestants/with-orama.ts'
import { typedFigures } from './typed.ts'
import { inBatches } from './load.ts'
import { madeUp, recorded } from './words.ts'

/**
 * Measures one contestant and prints its figures as one JSON line, so that each has a memory and a compiler of its own.
 * Arguments: who, how many postings, the stand-in's folder, a file of public records whose words to take (or none).
 */
const [who = '', size = '', folder = '', records] = process.argv.slice(2)
const postings = Number(size)
const words = records ? recorded(readFileSync(records, 'utf8')) : madeUp

async function inProcess(contestant: ReturnType<typeof withOrama>): Promise<Record<string, number>> {
  const indexSeconds = await inBatches(contestant, postings, words)
  return { indexSeconds, ...(await typedFigures(contestant, postings, words)) }
}

const contestants: Record<string, () => Promise<Record<string, number>>> = {
  minisearch: () => inProcess(withMiniSearch()),
  orama: () => inProcess(withOrama()),
  filling: () => fillStandIn(folder, postings, words),
  standIn: () => standInFigures(folder, postings, words),
}

console.log(JSON.stringify(await contestants[who]!()))
process.exit()
