import type { Matching } from './match.ts'
import type { Node } from './nodes.ts'

/** That a word of the index stands for a term of the query, in one of its readings. */
export type Mark = { term: number; node: Node; typos: number; isExact: boolean }

/** For each word of the index the group of its marks; group 0 is empty. */
export type Marks = { ofWord: Uint16Array; groups: Mark[][] }

export function marksOf({ index, single, joined }: Matching): Marks {
  const ofWord = new Uint16Array(index.dictionary.words.length)
  const groups: Mark[][] = [[]]
  const keys = ['']
  const known = new Map<string, number>()
  for (const node of [...single, ...joined]) {
    for (const [word, typos] of node.words) {
      const before = ofWord[word]!
      const key = `${keys[before]!} ${node.from}-${node.to}:${typos}${word === node.exact ? '!' : ''}`
      if (!known.has(key)) {
        known.set(key, groups.push([...groups[before]!, ...marksFor(node, word, typos)]) - 1)
        keys.push(key)
      }
      ofWord[word] = known.get(key)!
    }
  }
  return { ofWord, groups }
}

function marksFor(node: Node, word: number, typos: number): Mark[] {
  const isExact = word === node.exact && node.to - node.from === 1
  return termsOf(node).map((term) => ({ term, node, typos, isExact }))
}

/** The marks of a sequence; that of a phrase in quotes is exact. */
export function sequenceMarks({ single, terms }: Matching, node: Node, typos: number): Mark[] {
  const isExact = typos === 0 && single[node.from] === node && terms[node.from]!.isPhrase
  return termsOf(node).map((term) => ({ term, node, typos, isExact }))
}

function termsOf({ from, to }: Node): number[] {
  return Array.from({ length: to - from }, (_, place) => from + place)
}
