import MiniSearch from 'minisearch'
import { facets, type BenchPosting } from '../postings.ts'
import type { Question } from '../questions.ts'
import { shown, type Contestant } from './contestant.ts'

/**
 * MiniSearch alone, with the typos that Meilisearch allows for a word's length, the last word as a prefix. Any word
 * suffices, as it does for the stand-in: a swap of letters is two typos here, so that asking for all finds too little.
 */
export function withMiniSearch(): Contestant {
  const byId = new Map<string, BenchPosting>()
  const search = new MiniSearch<BenchPosting>({ fields: ['title', 'description'] })
  return {
    async add(postings) {
      for (const posting of postings) byId.set(posting.id, posting)
      search.addAll(postings)
    },
    async ask({ words, chosen }) {
      const results = search.search(words, {
        combineWith: 'OR',
        fuzzy: (word) => (word.length >= 9 ? 2 : word.length >= 5 && 1),
        prefix: (_word, place, all) => place === all.length - 1,
        filter: ({ id }) => fits(byId.get(id)!, chosen),
      })
      count(results.map(({ id }) => byId.get(id)!))
      return results.slice(0, shown).map(({ id }) => String(id))
    },
  }
}

const fits = (posting: BenchPosting, chosen: Question['chosen']): boolean =>
  facets.every((facet) => chosen[facet] === undefined || posting[facet].includes(chosen[facet]))

function count(found: BenchPosting[]): Map<string, number>[] {
  return facets.map((facet) => {
    const counts = new Map<string, number>()
    for (const posting of found) {
      for (const value of [posting[facet]].flat()) counts.set(value, (counts.get(value) ?? 0) + 1)
    }
    return counts
  })
}
