import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { LANGUAGES, type Language } from '../../server/vocabulary/languages.ts'
import { checked, readText } from './labelled-file.ts'
import { collectOffers } from './offer-collection.ts'
import { mean, reciprocalRank } from './ranking.ts'
import { needOf, offerOf, type LabelledText } from './text-postings.ts'

const folderOf = (language: Language): string => (language === 'zh' ? 'zh-Hans' : language)

/**
 * How often the text of an SDG target in one language finds, as a need, the same target among the offers that are
 * all targets in another language: as the first one, and by reciprocal rank, for each pair of languages.
 */
export async function evaluateLanguages(folder: string, tell: (line: string) => void): Promise<object> {
  const texts = new Map<Language, LabelledText[]>()
  for (const language of LANGUAGES) texts.set(language, await targetsIn(folder, language))
  const pairs: Record<string, { hitAt1: number; mrr: number }> = {}
  for (const [to, offers] of texts) {
    const collection = await collectOffers(offers.map(offerOf))
    for (const [from, needs] of texts) {
      if (from === to) continue
      const ranks: number[] = []
      for (const need of needs) ranks.push(reciprocalRank(await collection.rank(needOf(need)), [need.id]))
      const pair = { hitAt1: mean(ranks.map((rank) => (rank === 1 ? 1 : 0))), mrr: mean(ranks) }
      pairs[`${from}-${to}`] = pair
      tell(`${from} finds ${to}: first in ${pair.hitAt1}, mean reciprocal rank ${pair.mrr}`)
    }
    await collection.close()
  }
  return pairs
}

async function targetsIn(folder: string, language: Language): Promise<LabelledText[]> {
  const path = join(folder, folderOf(language), 'global_targets.yml')
  const entries = checked(z.record(z.string(), z.string()), parse(await readText(path)), path)
  return Object.entries(entries).map(([id, text]) => ({ id, text, language }))
}
