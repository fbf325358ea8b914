import type { Rank, RankingRule } from './rules.ts'

/**
 * The first `needed` documents in the order of the rules; equals stay in the order of their numbers. A rule only
 * looks at the documents that rules before it left equal and that can still come to the front. Once time `isOver`
 * the rules that are left are skipped.
 */
export function inOrder(
  documents: number[],
  rules: RankingRule[],
  needed: number,
  isOver = () => false,
): number[] {
  if (documents.length <= 1 || rules.length === 0 || needed <= 0 || isOver())
    return documents.slice(0, Math.max(0, needed))
  const [rule, ...rest] = rules
  if (rule!.isConstant) return inOrder(documents, rest, needed, isOver)
  const ordered: number[] = []
  for (const bucket of bucketsOf(documents, rule!, needed)) {
    if (ordered.length >= needed) break
    for (const document of inOrder(bucket, rest, needed - ordered.length, isOver)) ordered.push(document)
  }
  return ordered
}

/** The buckets of lowest cost, in ascending order, as far as needed. */
function bucketsOf(documents: number[], rule: RankingRule, needed: number): number[][] {
  const costs = new Float64Array(documents.length)
  for (let place = 0; place < costs.length; place++) costs[place] = rule.cost(documents[place]!)
  const limit = documents.length > needed ? smallest(costs.slice(), needed) : Infinity
  const buckets = new Map<number, number[]>()
  documents.forEach((document, place) => {
    const cost = costs[place]!
    if (cost > limit) return
    const bucket = buckets.get(cost)
    if (bucket) bucket.push(document)
    else buckets.set(cost, [document])
  })
  return [...buckets].sort(([one], [other]) => one - other).map(([, bucket]) => bucket)
}

/** The `nth` smallest value (1 is the least). Reorders the values. */
function smallest(values: Float64Array, nth: number): number {
  let low = 0
  let high = values.length - 1
  while (low < high) {
    const pivot = values[(low + high) >>> 1]!
    let [left, right] = [low, high]
    while (left <= right) {
      while (values[left]! < pivot) left++
      while (values[right]! > pivot) right--
      if (left > right) break
      ;[values[left], values[right]] = [values[right]!, values[left]!]
      left++
      right--
    }
    if (nth - 1 <= right) high = right
    else if (nth - 1 >= left) low = left
    else break
  }
  return values[nth - 1]!
}

/** Between 0 and 1: what comes of the ranks of all rules, where earlier ones weigh more. */
export function rankingScore(rules: RankingRule[], document: number): number {
  const ranks: Rank[] = rules.flatMap((rule) => rule.score?.(document) ?? [])
  const total = ranks.reduce(
    (outer, inner) => ({ rank: (outer.rank - 1) * inner.of + inner.rank, of: outer.of * inner.of }),
    { rank: 1, of: 1 },
  )
  return total.rank / total.of
}
