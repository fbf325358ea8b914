import { capacity } from '../index/search-index.ts'
import type { SearchIndex } from '../index/search-index.ts'
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

/** What was measured of each document, and for which search; kept from one search to the next, which takes its place. */
type Measures = { by: Uint32Array; costs: Record<keyof Closeness, Uint16Array> }

const kept = new WeakMap<SearchIndex, Measures>()
let searches = 0

function measuresOf(index: SearchIndex): Measures {
  const known = kept.get(index)
  if (known && known.by.length >= capacity(index)) return known
  const room = capacity(index) + (capacity(index) >>> 3)
  const column = () => new Uint16Array(room)
  const costs = { proximity: column(), attributeRank: column(), wordPosition: column(), exactTerms: column() }
  const measures = { by: new Uint32Array(room), costs }
  kept.set(index, measures)
  return measures
}

/** Reads the text of a document once, unless another search of the index comes between. */
export function closenessOf(matching: Matching, precision: Settings['proximityPrecision']): Closeness {
  const walker = walkerOf(matching)
  const { by, costs } = measuresOf(matching.index)
  const search = ++searches
  const measure = (document: number) => {
    by[document] = search
    walk(walker, document)
    costs.proximity[document] = proximity(matching, walker.terms, precision)
    costs.attributeRank[document] = attributeRank(matching, walker.terms)
    costs.wordPosition[document] = wordPosition(matching, walker.terms)
    costs.exactTerms[document] = exactTerms(walker.terms)
  }
  const reader = (values: Uint16Array) => (document: number) => {
    if (by[document] !== search) measure(document)
    return values[document]!
  }
  return {
    proximity: reader(costs.proximity),
    attributeRank: reader(costs.attributeRank),
    wordPosition: reader(costs.wordPosition),
    exactTerms: reader(costs.exactTerms),
  }
}

function exactTerms(occurrences: Occurrences[]): number {
  return occurrences.filter((term) => term.isRequired && term.isExact).length
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

/**
 * Words in the order of the query are as far apart as their positions, in the other order one more. Terms that are
 * joined in one word are two apart; one word does not stand for two terms otherwise.
 */
function distance(left: Occurrences, one: number, right: Occurrences, other: number): number {
  const [start, to] = [left.positions[one]!, right.positions[other]!]
  const end = start + left.lengths[one]! - 1
  if (to > end) return to - end
  if (to < start) return start - to + 1
  return left.spans[one]! > 1 && right.spans[other]! > 1 ? 2 : Infinity
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
