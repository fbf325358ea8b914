import { capacity } from '../index/search-index.ts'
import type { Settings } from '../settings/settings.ts'
import { walk, walkerOf } from './occurrences.ts'
import type { Occurrences } from './occurrences.ts'
import type { Matching } from './match.ts'

export const worstProximity = 3
export const worstPosition = 10

/** What the rules that look at places make of documents; of the costs, lower is better. */
export type Closeness = {
  proximity(document: number): number
  attributeRank(document: number): number
  wordPosition(document: number): number
  exactTerms(document: number): number
}

/** Reads the text of a document at most once. */
export function closenessOf(matching: Matching, precision: Settings['proximityPrecision']): Closeness {
  const walker = walkerOf(matching)
  const measured = new Uint8Array(capacity(matching.index))
  const column = () => new Uint16Array(measured.length)
  const [proximities, ranks, positions, exacts] = [column(), column(), column(), column()]
  const measure = (document: number) => {
    measured[document] = 1
    walk(walker, document)
    proximities[document] = proximity(matching, walker.terms, precision)
    ranks[document] = attributeRank(matching, walker.terms)
    positions[document] = wordPosition(matching, walker.terms)
    exacts[document] = walker.terms.reduce(
      (total, term) => total + (term.isRequired && term.isExact ? 1 : 0),
      0,
    )
  }
  const reader = (values: Uint16Array) => (document: number) => {
    if (measured[document] === 0) measure(document)
    return values[document]!
  }
  return {
    proximity: reader(proximities),
    attributeRank: reader(ranks),
    wordPosition: reader(positions),
    exactTerms: reader(exacts),
  }
}

function proximity(
  { terms }: Matching,
  occurrences: Occurrences[],
  precision: Settings['proximityPrecision'],
): number {
  const costOf = precision === 'byAttribute' ? fieldCost : pairCost
  let cost = 0
  for (let term = 0; term + 1 < terms.length; term++) {
    const [left, right] = [occurrences[term]!, occurrences[term + 1]!]
    const areNeighbours = terms[term]!.position + terms[term]!.words.length === terms[term + 1]!.position
    if (left.isRequired && right.isRequired && areNeighbours) cost += costOf(left, right)
  }
  return cost
}

/** Words of one attribute are as near as can be. */
function fieldCost(left: Occurrences, right: Occurrences): number {
  const fields = new Set(left.fields.subarray(0, left.count))
  return right.fields.subarray(0, right.count).some((field) => fields.has(field)) ? 0 : worstProximity
}

function pairCost(left: Occurrences, right: Occurrences): number {
  let least = worstProximity
  for (let one = 0; one < left.count; one++) {
    for (let other = 0; other < right.count; other++) {
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

function attributeRank({ index }: Matching, occurrences: Occurrences[]): number {
  const { weights } = index.plan
  let total = 0
  for (const { count, fields, isRequired } of occurrences) {
    let least = count === 0 || !isRequired ? 0 : Infinity
    if (isRequired)
      for (let place = 0; place < count; place++) least = Math.min(least, weights[fields[place]!]!)
    total += least
  }
  return total
}

function wordPosition({ terms }: Matching, occurrences: Occurrences[]): number {
  let total = 0
  occurrences.forEach(({ count, positions, isRequired }, term) => {
    const wanted = terms[term]!.position
    let least = count === 0 || !isRequired ? 0 : worstPosition
    if (isRequired) {
      for (let place = 0; place < count && least > 0; place++) {
        least = Math.min(least, positionCost(Math.abs(bucket(positions[place]!) - wanted)))
      }
    }
    total += least
  })
  return total
}

/** The original keeps positions above 15 only roughly. */
function bucket(position: number): number {
  if (position < 16) return position
  return position < 24 ? 24 : 2 ** (32 - Math.clz32(position))
}

const positionSteps = [0, 1, 4, 7, 11, 16, 24, 64, 256, 1024]

function positionCost(distance: number): number {
  let cost = 0
  while (cost < positionSteps.length && distance > positionSteps[cost]!) cost++
  return cost
}
