import type { SearchIndex } from '../index/search-index.ts'
import { customRule } from '../settings/ranking-rules.ts'
import type { FieldOrder } from '../settings/ranking-rules.ts'
import { attributeMatcher } from './attribute-match.ts'
import { closenessOf, worstPosition, worstProximity } from './closeness.ts'
import { levelOf } from './match.ts'
import type { Matching } from './match.ts'
import type { MatchingStrategy } from './levels.ts'
import { orderRules } from './order-rules.ts'
import { mostTypos, typosOf } from './typos.ts'

/** A rank of 1 to `of`; the higher the better. */
export type Rank = { rank: number; of: number }

/** Orders documents: those of lower cost come first. Rules without `score` leave the ranking score alone. */
export type RankingRule = { name: string; cost(document: number): number; score?(document: number): Rank }

export type RuleRequest = {
  index: SearchIndex
  rankingRules: string[]
  sort: FieldOrder[]
  strategy: MatchingStrategy
  matching: Matching | undefined
}

const textRules = ['words', 'typo', 'proximity', 'attribute', 'attributeRank', 'wordPosition', 'exactness']

/** The rules in the order of the settings; without a query only those that sort by fields. */
export function rulesFor(request: RuleRequest): RankingRule[] {
  const { index, sort, matching } = request
  const text = matching && textRulesFor(matching)
  return withWordsFirst(request).flatMap((name) => {
    if (name === 'sort') return sort.flatMap((order) => orderRules(index, order))
    const order = customRule(name)
    if (order) return orderRules(index, order)
    return text?.[name] ?? []
  })
}

/** Dropping words outranks all other text rules, wherever the settings put it. */
function withWordsFirst({ rankingRules, strategy }: RuleRequest): string[] {
  if (strategy === 'all') return rankingRules.filter((rule) => rule !== 'words')
  const first = rankingRules.findIndex((rule) => textRules.includes(rule))
  if (first === -1 || rankingRules[first] === 'words') return rankingRules
  const rest = rankingRules.slice(first).filter((rule) => rule !== 'words')
  return [...rankingRules.slice(0, first), 'words', ...rest]
}

function textRulesFor(matching: Matching): Record<string, RankingRule[]> {
  const closeness = closenessOf(matching)
  const terms = matching.terms.length
  const heaviest = matching.index.plan.weights.reduce((most, weight) => Math.max(most, weight), 0)
  const rank = costRule('attributeRank', heaviest * terms, closeness.attributeRank)
  const position = costRule('wordPosition', worstPosition * terms, closeness.wordPosition)
  const exactWords = costRule('exactWords', terms, (document) => terms - closeness.exactTerms(document))
  return {
    words: [wordsRule(matching)],
    typo: costRule('typo', mostTypos(matching), (document) => typosOf(matching, document)),
    proximity: costRule('proximity', worstProximity * (terms - 1), closeness.proximity),
    attributeRank: rank,
    wordPosition: position,
    attribute: [...rank, ...position],
    exactness: [...costRule('exactAttribute', 2, attributeMatcher(matching)), ...exactWords],
  }
}

/** A rule of costs from 0 to `worst`; none where they cannot differ. */
function costRule(name: string, worst: number, cost: (document: number) => number): RankingRule[] {
  if (worst === 0) return []
  return [{ name, cost, score: (document) => ({ rank: worst + 1 - cost(document), of: worst + 1 }) }]
}

function wordsRule(matching: Matching): RankingRule {
  const counts = matching.levels.map((required) =>
    matching.terms.reduce((total, term, place) => total + (required[place] ? term.words.length : 0), 0),
  )
  const most = counts[0]!
  return {
    name: 'words',
    cost: (document) => levelOf(matching, document),
    score: (document) => ({ rank: counts[levelOf(matching, document)]!, of: most }),
  }
}
