import type { SearchIndex } from '../index/search-index.ts'
import type { Json } from '../json.ts'
import { customRule } from '../settings/ranking-rules.ts'
import type { FieldOrder } from '../settings/ranking-rules.ts'
import type { Settings } from '../settings/settings.ts'
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
export type RankingRule = {
  name: string
  cost(document: number): number
  score?(document: number): Rank
  /** What a rule that sorts by a field tells of itself. */
  sorts?: { by: FieldOrder; value(document: number): Json }
  /** The costs of all documents are the same: the rule counts for the score only. */
  isConstant?: true
}

export type RuleRequest = {
  index: SearchIndex
  settings: Settings
  sort: FieldOrder[]
  strategy: MatchingStrategy
  matching: Matching | undefined
}

const textRules = ['words', 'typo', 'proximity', 'attribute', 'attributeRank', 'wordPosition', 'exactness']

/** The rules in the order of the settings; without a query only those that sort by fields. */
export function rulesFor(request: RuleRequest): RankingRule[] {
  const { index, sort, matching, settings } = request
  const text = matching && textRulesFor(matching, settings)
  return withWordsFirst(request).flatMap((name) => {
    if (name === 'sort') return sort.flatMap((order) => orderRules(index, order))
    const order = customRule(name)
    if (order) return orderRules(index, order)
    return text?.[name] ?? []
  })
}

/** Dropping words outranks all other text rules, wherever the settings put it. */
function withWordsFirst({ settings: { rankingRules }, strategy }: RuleRequest): string[] {
  if (strategy === 'all') return rankingRules.filter((rule) => rule !== 'words')
  const first = rankingRules.findIndex((rule) => textRules.includes(rule))
  if (first === -1 || rankingRules[first] === 'words') return rankingRules
  const rest = rankingRules.slice(first).filter((rule) => rule !== 'words')
  return [...rankingRules.slice(0, first), 'words', ...rest]
}

function textRulesFor(matching: Matching, settings: Settings): Record<string, RankingRule[]> {
  const closeness = closenessOf(matching, settings.proximityPrecision)
  const heaviest = matching.index.plan.weights.reduce((most, weight) => Math.max(most, weight), 0)
  const rule = (name: string, worst: (required: boolean[]) => number, cost: RankingRule['cost']) =>
    costRule(name, matching, worst, cost)
  const rank = rule('attributeRank', (required) => heaviest * count(required), closeness.attributeRank)
  const position = rule('wordPosition', (required) => worstPosition * count(required), closeness.wordPosition)
  return {
    words: [wordsRule(matching)],
    typo: rule(
      'typo',
      (required) => mostTypos(matching, required),
      (document) => typosOf(matching, document),
    ),
    proximity: rule('proximity', (required) => worstProximity * (count(required) - 1), closeness.proximity),
    attributeRank: rank,
    wordPosition: position,
    attribute: [...renamed('attribute', rank), ...renamed('attributePosition', position)],
    exactness: [
      ...rule('exactAttribute', () => 2, attributeMatcher(matching)),
      ...rule(
        'exactWords',
        count,
        (document) => count(requiredIn(matching, document)) - closeness.exactTerms(document),
      ),
    ],
  }
}

function count(required: boolean[]): number {
  return required.reduce((total, isRequired) => total + (isRequired ? 1 : 0), 0)
}

function requiredIn(matching: Matching, document: number): boolean[] {
  return matching.levels[levelOf(matching, document)]!
}

function renamed(name: string, rules: RankingRule[]): RankingRule[] {
  return rules.map((rule) => ({ ...rule, name }))
}

/** A rule of costs from 0 to `worst`, which depends on the terms that the level of a document asks for. */
function costRule(
  name: string,
  matching: Matching,
  worst: (required: boolean[]) => number,
  cost: (document: number) => number,
): RankingRule[] {
  const ranks = matching.levels.map((required) => worst(required) + 1)
  if (ranks[0] === 1) return [{ name, cost: () => 0, score: () => ({ rank: 1, of: 1 }), isConstant: true }]
  const score = (document: number) => {
    const of = ranks[levelOf(matching, document)]!
    return { rank: of - cost(document), of }
  }
  return [{ name, cost, score }]
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
