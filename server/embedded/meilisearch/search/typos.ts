import { levelOf } from './match.ts'
import type { Matching } from './match.ts'
import type { Node } from './nodes.ts'

/** The fewest typos, over all ways to read the query, with which a document matches at its level. */
export function typosOf(matching: Matching, document: number): number {
  const required = matching.levels[levelOf(matching, document)]!
  return cheapest(matching, required, (node) => node.found[document]! - 1)
}

/** The most typos that any way to read the required terms of the query can come to. */
export function mostTypos({ single, joined }: Matching, required: boolean[]): number {
  const best = [0]
  const isAsked = ({ from, to }: Node) => required.slice(from, to).every(Boolean)
  for (let term = 0; term < single.length; term++) {
    const joins = joined
      .filter((node) => node.to === term + 1 && isAsked(node))
      .map((node) => best[node.from]! + node.mostTypos)
    best.push(Math.max(best[term]! + (required[term] ? single[term]!.mostTypos : 0), ...joins))
  }
  return best.at(-1)!
}

/** The cheapest way through the terms, each alone or joined with neighbours; a cost below 0 means not found. */
function cheapest({ single, joined }: Matching, required: boolean[], costOf: (node: Node) => number): number {
  const best = [0]
  for (let term = 0; term < single.length; term++) {
    const alone = required[term] ? costOf(single[term]!) : 0
    let least = alone < 0 ? Infinity : best[term]! + alone
    for (const node of joined) {
      const cost = node.to === term + 1 ? costOf(node) : -1
      if (cost >= 0) least = Math.min(least, best[node.from]! + cost)
    }
    best.push(least)
  }
  return best.at(-1)!
}
