import { rankingScore } from './rank.ts'
import type { Rank, RankingRule } from './rules.ts'

type Detail = Record<string, unknown>

/** What each rule says of a document, by the names and in the form of the original. */
export function scoreDetails(rules: RankingRule[], document: number): Record<string, Detail> {
  const details: Record<string, Detail> = {}
  let order = 0
  for (const rule of rules) {
    const [name, detail] = detailOf(rule, document)
    if (name === undefined) continue
    details[name] = details[name] ? { ...details[name], ...detail } : { order: order++, ...detail }
  }
  for (const [name, pair] of Object.entries(pairs)) {
    if (details[name]) details[name] = withScore(details[name], pair, rules, document)
  }
  return details
}

function detailOf(rule: RankingRule, document: number): [string | undefined, Detail] {
  if (rule.sorts) {
    const { by, value } = rule.sorts
    return [`${by.field}:${by.descending ? 'desc' : 'asc'}`, { value: value(document) }]
  }
  const rank = rule.score?.(document)
  return rank ? textDetail(rule.name, rank) : [undefined, {}]
}

const matchTypes = ['noExactMatch', 'matchesStart', 'exactMatch']

function textDetail(name: string, { rank, of }: Rank): [string, Detail] {
  const score = rank / of
  switch (name) {
    case 'words':
      return [name, { matchingWords: rank, maxMatchingWords: of, score }]
    case 'typo':
      return [name, { typoCount: of - rank, maxTypoCount: of - 1, score }]
    case 'attribute':
      return [name, { attributeRankingOrderScore: score }]
    case 'attributePosition':
      return ['attribute', { queryWordDistanceScore: score }]
    case 'exactAttribute':
      return ['exactness', { matchType: matchTypes[rank - 1] }]
    case 'exactWords':
      return ['exactness', { matchingWords: rank - 1, maxMatchingWords: of - 1 }]
    default:
      return [name, { score }]
  }
}

/** Details that tell of two rules at once. */
const pairs: Record<string, string[]> = {
  attribute: ['attribute', 'attributePosition'],
  exactness: ['exactAttribute', 'exactWords'],
}

/** Words are only counted where the attribute as a whole does not match. */
function withScore(detail: Detail, pair: string[], rules: RankingRule[], document: number): Detail {
  const isWhole = detail['matchType'] !== undefined && detail['matchType'] !== 'noExactMatch'
  const counted = rules.filter(({ name }) => (isWhole ? name === pair[0] : pair.includes(name)))
  const score = rankingScore(counted, document)
  return isWhole ? { order: detail['order'], matchType: detail['matchType'], score } : { ...detail, score }
}
