import { difference, eachMember, setOf } from '../index/bitset.ts'
import type { Bitset } from '../index/bitset.ts'
import type { SearchIndex } from '../index/search-index.ts'
import type { Settings } from '../settings/settings.ts'
import { removalLevels } from './levels.ts'
import type { MatchingStrategy } from './levels.ts'
import { derivePhrase, nodesOf } from './nodes.ts'
import type { Node } from './nodes.ts'
import type { Query, QueryTerm } from './query.ts'
import { documentsWithSequence } from './sequences.ts'
import { restrictToFields } from './restrict.ts'

/** A query against one index: its terms, where they were found, and which terms may be dropped in which order. */
export type Matching = {
  index: SearchIndex
  terms: QueryTerm[]
  single: Node[]
  joined: Node[]
  /** For each level which terms a document must have; the first asks for all. */
  levels: boolean[][]
}

/** Documents outside of `allowed` are never asked for. */
export type MatchOptions = { strategy: MatchingStrategy; searchOn: string[] | null; allowed: Bitset }

export function matchQuery(
  index: SearchIndex,
  settings: Settings,
  query: Query,
  options: MatchOptions,
): Matching {
  const { strategy, searchOn, allowed } = options
  const among = strategy === 'frequency' ? undefined : allowed
  const { single, joined } = nodesOf(index, settings, query.terms, among)
  restrictToFields(index, settings, [...single, ...joined], searchOn)
  const levels = removalLevels(query.terms, single, strategy)
  return { index, terms: query.terms, single, joined, levels }
}

/** The documents among `allowed` that match at the loosest level, ascending. */
export function candidates(matching: Matching, allowed: Bitset): number[] {
  const loosest = matching.levels.at(-1)!
  const { found } = matching.single[loosest.indexOf(true)]!
  const mayJoin = matching.joined.length > 0
  const documents: number[] = []
  eachMember(allowed, (document) => {
    if ((found[document] !== 0 || mayJoin) && satisfies(matching, loosest, document)) documents.push(document)
  })
  return documents
}

function satisfies({ single, joined }: Matching, required: boolean[], document: number): boolean {
  for (let term = 0; term < single.length; term++) {
    if (!required[term] || single[term]!.found[document] !== 0) continue
    if (
      joined.length === 0 ||
      !joined.some((node) => node.found[document] !== 0 && node.from <= term && term < node.to)
    )
      return false
  }
  return true
}

/** The first level that a document satisfies. */
export function levelOf(matching: Matching, document: number): number {
  const level = matching.levels.findIndex((required) => satisfies(matching, required, document))
  return level === -1 ? matching.levels.length - 1 : level
}

/** Takes away the documents that contain a negative word or phrase. */
export function withoutNegatives(index: SearchIndex, negatives: QueryTerm[], allowed: Bitset): Bitset {
  return negatives.reduce((left, term) => {
    const { words, sequences } = derivePhrase(index, term)
    const numbers = sequences[0]?.words ?? [...words.keys()]
    return numbers.length === 0
      ? left
      : difference(left, setOf(Array.from(documentsWithSequence(index, numbers))))
  }, allowed)
}
