import type { Node } from './nodes.ts'
import type { QueryTerm } from './query.ts'

export type MatchingStrategy = 'last' | 'all' | 'frequency'

/**
 * Which terms must be present, from all of them down to the loosest: `last` drops terms from the end, `frequency`
 * the most frequent first, `all` none. Phrases are never dropped, nor is the last term that is left.
 */
export function removalLevels(terms: QueryTerm[], single: Node[], strategy: MatchingStrategy): boolean[][] {
  const required = terms.map(() => true)
  const levels = [required]
  if (strategy === 'all') return levels
  const groups = strategy === 'last' ? fromTheEnd(terms) : byFrequency(terms, single)
  if (!terms.some((term) => term.isPhrase)) groups.pop()
  for (const group of groups)
    levels.push(levels.at(-1)!.map((isRequired, term) => isRequired && !group.includes(term)))
  return levels
}

function fromTheEnd(terms: QueryTerm[]): number[][] {
  return droppable(terms)
    .reverse()
    .map((term) => [term])
}

function droppable(terms: QueryTerm[]): number[] {
  return terms.flatMap((term, place) => (term.isPhrase ? [] : [place]))
}

/** Terms found nowhere go first; equally frequent terms go together. */
function byFrequency(terms: QueryTerm[], single: Node[]): number[][] {
  const groups = new Map<number, number[]>()
  for (const term of droppable(terms)) {
    const frequency =
      single[term]!.found.reduce((total, found) => total + (found === 0 ? 0 : 1), 0) || Infinity
    groups.set(frequency, [...(groups.get(frequency) ?? []), term])
  }
  return [...groups].sort(([one], [other]) => other - one).map(([, group]) => group)
}
