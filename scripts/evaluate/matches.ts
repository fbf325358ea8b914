import { join } from 'node:path'
import { z } from 'zod'
import { collectOffers } from './offer-collection.ts'
import { readLabelled } from './labelled-file.ts'
import { mean, ndcgAt10, recallAt, reciprocalRank } from './ranking.ts'
import { needOf, offerOf } from './text-postings.ts'

const offerLine = z.object({ id: z.string(), text: z.string() })
const needLine = offerLine.extend({ matches: z.array(z.string()).min(1) })

/** How well matching finds the offers that people marked for each need of `needs.jsonl` in `offers.jsonl`. */
export async function evaluateMatches(folder: string): Promise<object> {
  const needs = await readLabelled(join(folder, 'needs.jsonl'), needLine)
  const offers = await readLabelled(join(folder, 'offers.jsonl'), offerLine)
  const collection = await collectOffers(offers.map(offerOf))
  const answers: { ranked: string[]; wanted: string[] }[] = []
  for (const need of needs)
    answers.push({ ranked: await collection.rank(needOf(need)), wanted: need.matches })
  await collection.close()
  const over = (measure: (ranked: string[], wanted: string[]) => number) =>
    mean(answers.map(({ ranked, wanted }) => measure(ranked, wanted)))
  return {
    recallAt5: over((ranked, wanted) => recallAt(5, ranked, wanted)),
    recallAt10: over((ranked, wanted) => recallAt(10, ranked, wanted)),
    recallAt50: over((ranked, wanted) => recallAt(50, ranked, wanted)),
    mrr: over(reciprocalRank),
    ndcgAt10: over(ndcgAt10),
    needs: needs.length,
    offers: offers.length,
  }
}
