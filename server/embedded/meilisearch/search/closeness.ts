import { FIELD } from '../index/token-stream.ts'
import { marksOf, occurrencesIn } from './occurrences.ts'
import type { Occurrences } from './occurrences.ts'
import type { Matching } from './match.ts'

/** What the rules that look at places make of one document; lower costs are better. */
export type Closeness = {
  proximity: number
  attributeRank: number
  wordPosition: number
  /** 0 when a whole field is the query, 1 when one starts with it, 2 otherwise. */
  attributeMatch: number
  exactTerms: number
}

export const worstProximity = 3
export const worstPosition = 10

/** Measures documents, each at most once. */
export function closenessOf(matching: Matching): (document: number) => Closeness {
  const marks = marksOf(matching)
  const measured = new Map<number, Closeness>()
  return (document) => {
    const known = measured.get(document)
    if (known) return known
    const occurrences = occurrencesIn(matching, marks, document)
    const closeness = {
      proximity: proximity(matching, occurrences),
      attributeRank: attributeRank(matching, occurrences),
      wordPosition: wordPosition(matching, occurrences),
      attributeMatch: attributeMatch(matching, document),
      exactTerms: occurrences.filter((term) => term?.isExact).length,
    }
    measured.set(document, closeness)
    return closeness
  }
}

function proximity({ terms }: Matching, occurrences: (Occurrences | undefined)[]): number {
  let cost = 0
  for (let term = 0; term + 1 < terms.length; term++) {
    const [left, right] = [occurrences[term], occurrences[term + 1]]
    const areNeighbours = terms[term]!.position + terms[term]!.words.length === terms[term + 1]!.position
    if (left && right && areNeighbours) cost += pairCost(left, right)
  }
  return cost
}

function pairCost(left: Occurrences, right: Occurrences): number {
  let least = worstProximity
  for (let one = 0; one < left.fields.length; one++) {
    for (let other = 0; other < right.fields.length; other++) {
      if (left.fields[one] === right.fields[other])
        least = Math.min(least, distance(left, one, right, other) - 1)
      if (least === 0) return 0
    }
  }
  return least
}

/** Words in the order of the query are as far apart as their positions, in the other order one more. */
function distance(left: Occurrences, one: number, right: Occurrences, other: number): number {
  const [from, to] = [left.positions[one]! + left.lengths[one]! - 1, right.positions[other]!]
  if (to > from) return to - from
  return left.positions[one]! === to ? 1 : left.positions[one]! - to + 1
}

function attributeRank({ index }: Matching, occurrences: (Occurrences | undefined)[]): number {
  const { weights } = index.plan
  return sum(occurrences, ({ fields }) => leastOf(fields, (field) => weights[field]!))
}

function wordPosition({ terms }: Matching, occurrences: (Occurrences | undefined)[]): number {
  return sum(occurrences, ({ positions }, term) => {
    const wanted = terms[term]!.position
    return leastOf(positions, (position) => positionCost(Math.abs(bucket(position) - wanted)))
  })
}

function sum(
  occurrences: (Occurrences | undefined)[],
  cost: (term: Occurrences, place: number) => number,
): number {
  return occurrences.reduce((total, term, place) => total + (term ? cost(term, place) : 0), 0)
}

function leastOf(values: number[], cost: (value: number) => number): number {
  let least = Infinity
  for (const value of values) least = Math.min(least, cost(value))
  return least === Infinity ? 0 : least
}

/** The original keeps positions above 15 only roughly. */
function bucket(position: number): number {
  if (position < 16) return position
  return position < 24 ? 24 : 2 ** Math.ceil(Math.log2(position + 1))
}

const positionSteps = [0, 1, 4, 7, 11, 16, 24, 64, 256, 1024]

function positionCost(distance: number): number {
  const step = positionSteps.findIndex((upTo) => distance <= upTo)
  return step === -1 ? worstPosition : step
}

function attributeMatch({ index, single, levels, terms }: Matching, document: number): number {
  const isWhole = single.every(({ found }, term) => !levels[0]![term] || found[document] === 1)
  const words = isWhole
    ? terms.flatMap((term) => term.words.map((word) => index.dictionary.numbers.get(word ?? '') ?? -1))
    : []
  if (words.length === 0 || words.includes(-1)) return 2
  const tokens = index.tokens[document]!
  let best = 2
  for (let place = 0; place < tokens.length; place++) {
    if (tokens[place]! < FIELD) continue
    if (!words.every((word, next) => tokens[place + 1 + next] === word)) continue
    const behind = tokens[place + 1 + words.length]
    if (behind === undefined || behind >= FIELD) return 0
    best = 1
  }
  return best
}
