import type { Meilisearch, MultiSearchQuery } from 'meilisearch'
import { quote } from '../search/filter.ts'
import type { Frequencies } from './rarity.ts'

/** Which index of postings is asked. */
export type IndexName = 'offers' | 'needs'

interface Counted {
  count: number
  at: number
}

interface Memory {
  stems: Map<string, Counted>
  concepts: Record<string, number>
  documents: number
  /** when concepts and documents were counted, in milliseconds; 0 for never */
  at: number
}

/** How common a word is changes slowly; what was asked counts for this long. */
const freshMilliseconds = 10 * 60_000
const mostStems = 20_000

const memories = new WeakMap<Meilisearch, Map<IndexName, Memory>>()

/**
 * How many postings of the index, open or not, hold each stem. A stem stands for the word that it comes from; what
 * is not remembered is asked in one multi-search of quoted words that return no hits.
 */
export async function countStems(
  client: Meilisearch,
  indexUid: IndexName,
  words: ReadonlyMap<string, string>,
  now: Date,
): Promise<Frequencies> {
  const memory = memoryOf(client, indexUid)
  const oldest = now.getTime() - freshMilliseconds
  const unknown = [...words].filter(([stem]) => (memory.stems.get(stem)?.at ?? 0) < oldest)
  const isStale = memory.at < oldest
  if (unknown.length > 0 || isStale) {
    const queries = [
      ...unknown.map(([, word]) => wordQuery(indexUid, word)),
      ...(isStale ? [allQuery(indexUid)] : []),
    ]
    const { results } = await client.multiSearch<{ queries: MultiSearchQuery[] }>({ queries })
    unknown.forEach(([stem], position) => {
      remember(memory.stems, stem, { count: results[position]?.estimatedTotalHits ?? 0, at: now.getTime() })
    })
    const all = results[unknown.length]
    if (all) {
      memory.documents = all.estimatedTotalHits ?? 0
      memory.concepts = all.facetDistribution?.concepts ?? {}
      memory.at = now.getTime()
    }
  }
  return frequenciesIn(client, indexUid)
}

/** What is remembered of an index, without asking it. */
export function frequenciesIn(client: Meilisearch, indexUid: IndexName): Frequencies {
  const memory = memoryOf(client, indexUid)
  return {
    documents: memory.documents,
    ofStem: (stem) => memory.stems.get(stem)?.count,
    ofConcept: (concept) => (memory.at === 0 ? undefined : (memory.concepts[concept] ?? 0)),
  }
}

function memoryOf(client: Meilisearch, indexUid: IndexName): Memory {
  const byIndex = memories.get(client) ?? new Map<IndexName, Memory>()
  memories.set(client, byIndex)
  const memory = byIndex.get(indexUid) ?? { stems: new Map(), concepts: {}, documents: 0, at: 0 }
  byIndex.set(indexUid, memory)
  return memory
}

function remember(stems: Map<string, Counted>, stem: string, counted: Counted): void {
  stems.delete(stem)
  stems.set(stem, counted)
  if (stems.size > mostStems) stems.delete(stems.keys().next().value ?? '')
}

const wordQuery = (indexUid: IndexName, word: string): MultiSearchQuery => ({
  indexUid,
  q: quote(word),
  limit: 0,
  attributesToSearchOn: ['title', 'description'],
})

const allQuery = (indexUid: IndexName): MultiSearchQuery => ({ indexUid, limit: 0, facets: ['concepts'] })
