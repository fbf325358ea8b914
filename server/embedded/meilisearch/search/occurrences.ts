import { eachWord } from '../index/token-stream.ts'
import { levelOf } from './match.ts'
import type { Matching } from './match.ts'
import type { Node } from './nodes.ts'
import { eachSequence } from './sequences.ts'

/** Where one query term stands in a document, in its best reading (the fewest typos). */
export type Occurrences = {
  fields: number[]
  positions: number[]
  /** How many words a sequence takes; 1 for a word. */
  lengths: number[]
  /** Whether the very word of the query is among them. */
  isExact: boolean
}

/** Occurrences of a term beyond these are not weighed. */
const mostWeighed = 100

type Mark = { term: number; node: Node; typos: number; isExact: boolean }
export type Marks = { ofWord: Uint16Array; groups: Mark[][] }

/** For each word of the index which terms it stands for, looked up while a document is walked. */
export function marksOf({ index, single, joined }: Matching): Marks {
  const ofWord = new Uint16Array(index.dictionary.words.length)
  const groups: Mark[][] = [[]]
  const known = new Map<string, number>()
  const keys: string[] = ['']
  for (const node of [...single, ...joined]) {
    for (const [word, typos] of node.words) {
      const key = `${keys[ofWord[word]!]} ${node.from}-${node.to}:${typos}${word === node.exact ? '!' : ''}`
      const marks = termsOf(node).map((term) => ({
        term,
        node,
        typos,
        isExact: word === node.exact && node.to - node.from === 1,
      }))
      const group = known.get(key) ?? groups.push([...groups[ofWord[word]!]!, ...marks]) - 1
      known.set(key, group)
      keys[group] = key
      ofWord[word] = group
    }
  }
  return { ofWord, groups }
}

function termsOf({ from, to }: Node): number[] {
  return Array.from({ length: to - from }, (_, place) => from + place)
}

/** The occurrences of every required term in a document; undefined for terms that its level drops. */
export function occurrencesIn(
  matching: Matching,
  marks: Marks,
  document: number,
): (Occurrences | undefined)[] {
  const { single, joined, index, levels } = matching
  const required = levels[levelOf(matching, document)]!
  const all = single.map((_, term) => (required[term] ? noOccurrences() : undefined))
  const tokens = index.tokens[document]!
  eachWord(tokens, (word, field, position) => {
    const group = marks.ofWord[word]!
    if (group !== 0)
      for (const mark of marks.groups[group]!) see(matching, all, document, mark, field, position, 1)
  })
  for (const node of [...single, ...joined]) {
    for (const { words, typos } of node.sequences) {
      const isExact = typos === 0 && single[node.from] === node && matching.terms[node.from]!.isPhrase
      eachSequence(tokens, words, (field, position) => {
        for (const term of termsOf(node))
          see(matching, all, document, { term, node, typos, isExact }, field, position, words.length)
      })
    }
  }
  return all
}

function noOccurrences(): Occurrences {
  return { fields: [], positions: [], lengths: [], isExact: false }
}

function see(
  { single }: Matching,
  all: (Occurrences | undefined)[],
  document: number,
  { term, node, typos, isExact }: Mark,
  field: number,
  position: number,
  length: number,
): void {
  const occurrences = all[term]
  const own = single[term]!
  const best = own.found[document] !== 0 ? own : node
  if (!occurrences || best !== node || node.found[document] !== typos + 1) return
  if (occurrences.fields.length >= mostWeighed) return
  occurrences.fields.push(field)
  occurrences.positions.push(position)
  occurrences.lengths.push(length)
  occurrences.isExact ||= isExact
}
