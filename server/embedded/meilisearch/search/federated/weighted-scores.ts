import type { Json } from '../../json.ts'
import { rankingScore } from '../rank.ts'
import type { RankingRule } from '../rules.ts'

/** What a hit is compared by: a score for each run of text rules, a value for each field that sorts. */
export type WeightedScores = { values: WeightedValue[]; total: number }
type WeightedValue = { score: number } | { isDescending: boolean; value: Json }

/** Of a document under the rules of its query. */
export function weightedScores(rules: RankingRule[], document: number, weight: number): WeightedScores {
  const values: WeightedValue[] = []
  let run: RankingRule[] = []
  const close = () => {
    if (run.length > 0) values.push({ score: rankingScore(run, document) * weight })
    run = []
  }
  for (const rule of rules) {
    if (rule.score) run.push(rule)
    if (!rule.sorts) continue
    close()
    values.push({ isDescending: rule.sorts.by.descending, value: rule.sorts.value(document) })
  }
  close()
  return { values, total: rankingScore(rules, document) * weight }
}

/** Negative where the first belongs before the second. */
export function compareWeighted(one: WeightedScores, other: WeightedScores): number {
  for (let place = 0; place < Math.max(one.values.length, other.values.length); place++) {
    const [left, right] = [one.values[place], other.values[place]]
    if (left === undefined || right === undefined) return left === undefined ? 1 : -1
    const order = compareValues(left, right)
    if (order === undefined) return compareRest(one, other, place)
    if (order !== 0) return order
  }
  return 0
}

/** Undefined where the two cannot be compared. */
function compareValues(one: WeightedValue, other: WeightedValue): number | undefined {
  if ('score' in one && 'score' in other) {
    const difference = other.score - one.score
    return Math.abs(difference) <= Number.EPSILON ? 0 : difference
  }
  if ('score' in one || 'score' in other || one.isDescending !== other.isDescending) return undefined
  return compareSorted(one.value, other.value, one.isDescending)
}

/** Numbers come before strings, these before nothing, whatever the direction. */
function compareSorted(one: Json, other: Json, isDescending: boolean): number {
  const kinds = kindOf(one) - kindOf(other)
  if (kinds !== 0 || one === other) return kinds
  const isBefore = one! < other!
  return isBefore === isDescending ? 1 : -1
}

function kindOf(value: Json): number {
  if (typeof value === 'number') return 0
  return value === null ? 2 : 1
}

/** More values that are left go first, then the higher score as a whole. */
function compareRest(one: WeightedScores, other: WeightedScores, place: number): number {
  const [left, right] = [one.values.length - place, other.values.length - place]
  return right - left || other.total - one.total
}
