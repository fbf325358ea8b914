import type { Meilisearch, MultiSearchQuery, SearchResponse } from 'meilisearch'
import { fold } from '../vocabulary/fold.ts'
import { countQueries, readCounts } from './counts.ts'
import { editDistance } from './edit-distance.ts'
import type { FacetedSearch } from './faceted-search.ts'
import type { RawHit } from './hits.ts'
import { markEnd, markStart, markedWords, type Run } from './marks.ts'

/** Another wording, of which the index has more. */
export interface Meaning {
  q: string
  /** the same with the changed words as matches */
  runs: Run[]
  /** how many hits have all its words */
  count: number
}

const mostWords = 6
const shortest = 3
const hitsPerProbe = 8
/** A page need not wait longer for a guess. */
const patience = 1_000

/**
 * The words typed with each that the index does not hold replaced by the nearest that it does; `null` where that gives
 * no more hits with all the words than the `count` that there are now. The index lists no words, so it is asked for
 * beginnings and slips of each word, and the words that it marks in what it finds are compared.
 */
export async function didYouMean(
  client: Meilisearch,
  search: FacetedSearch,
  count: number,
): Promise<Meaning | null> {
  const parts = search.q.split(/([\p{L}\p{M}\p{N}]+)/u)
  const words = parts.filter(isGuessable).slice(0, mostWords)
  const held = await heldWords(client, search, words)
  const better = new Map(words.map((word) => [word, nearest(word, held)]))
  const runs = parts.map((part) => ({ text: better.get(part) ?? part, match: Boolean(better.get(part)) }))
  const q = runs.map(({ text }) => text).join('')
  if (q === search.q) return null
  const found = await countOf(client, { ...search, q })
  return found > count ? { q, runs: runs.filter(({ text }) => text !== ''), count: found } : null
}

/** Chinese is cut into words by the search server, and a slip there is another word. */
const isGuessable = (part: string): boolean =>
  /^[\p{L}\p{M}]+$/u.test(part) && [...part].length >= shortest && !/\p{Script=Han}/u.test(part)

async function heldWords(client: Meilisearch, search: FacetedSearch, words: string[]): Promise<string[]> {
  const { uid, filter, marked } = search
  const attributes = [...marked.whole, ...marked.cut]
  const queries: MultiSearchQuery[] = [...new Set(words.flatMap(probesFor))].map((q) => ({
    ...{ indexUid: uid, q, filter, limit: hitsPerProbe, attributesToRetrieve: ['id'] },
    ...{ attributesToSearchOn: attributes, attributesToHighlight: attributes },
    ...{ highlightPreTag: markStart, highlightPostTag: markEnd },
    attributesToCrop: marked.cut.map((attribute) => `${attribute}:10`),
  }))
  if (queries.length === 0) return []
  const { results } = await client.multiSearch({ queries }, { signal: AbortSignal.timeout(patience) })
  const hits = (results as unknown as SearchResponse<RawHit>[]).flatMap((result) => result.hits)
  return hits.flatMap((hit) =>
    Object.values(hit._formatted ?? {}).flatMap((text) => markedWords(String(text))),
  )
}

/** The word, its beginnings, and the word as it would be had the slip been among its first letters. */
function probesFor(word: string): string[] {
  const letters = [...word]
  const beginning = (share: number) => letters.slice(0, Math.max(shortest, Math.ceil(letters.length * share)))
  const [first = '', second = '', ...rest] = letters
  const [third = '', ...end] = rest
  const slips = [
    [second, ...rest],
    [second, first, ...rest],
    [first, third, second, ...end],
  ]
  const probes = [letters, beginning(0.75), beginning(0.5), ...slips]
  return probes.map((probe) => probe.join('')).filter((probe) => probe.length >= shortest)
}

/** The held word that takes the fewest changes, the commonest of several; none for one that is held itself. */
function nearest(word: string, held: string[]): string | undefined {
  const typed = fold(word)
  const far = [...typed].length >= 9 ? 3 : [...typed].length >= 5 ? 2 : 1
  const times = new Map<string, number>()
  for (const one of held.map((text) => text.toLocaleLowerCase())) times.set(one, (times.get(one) ?? 0) + 1)
  const near = [...times]
    .map(([text, count]) => ({ text, count, distance: editDistance(typed, fold(text)) }))
    .filter(({ distance }) => distance <= far)
    .sort((a, b) => a.distance - b.distance || b.count - a.count)
  return near[0]?.distance === 0 ? undefined : near[0]?.text
}

async function countOf(client: Meilisearch, search: FacetedSearch): Promise<number> {
  const queries = countQueries(search).map(
    (query) => ({ ...query, indexUid: search.uid }) as MultiSearchQuery,
  )
  const { results } = await client.multiSearch({ queries })
  return readCounts(search, results as unknown as SearchResponse[]).withAllWords
}
