import type { Bitset } from '../index/bitset.ts'
import { documentsOf } from '../index/postings.ts'
import { capacity } from '../index/search-index.ts'
import type { SearchIndex } from '../index/search-index.ts'
import type { Settings } from '../settings/settings.ts'
import { derive, typosAllowed } from './derive.ts'
import type { Derivations } from './derive.ts'
import type { QueryTerm } from './query.ts'
import { ANY, documentsWithSequence } from './sequences.ts'
import type { Sequence } from './sequences.ts'

/** One query term, or two or three neighbours written as one word, and where it was found. */
export type Node = Derivations & {
  /** The terms from `from` up to but not including `to`. */
  from: number
  to: number
  /** For each document 0, or 1 more than the fewest typos with which it is found there. */
  found: Uint8Array
}

const longestJoin = 3

/**
 * The nodes of single terms in their order, then those of joined neighbours that occur at all; sequences may be looked
 * for among some documents only.
 */
export function nodesOf(
  index: SearchIndex,
  settings: Settings,
  terms: QueryTerm[],
  among?: Bitset,
): { single: Node[]; joined: Node[] } {
  const single = terms.map((term, place) =>
    nodeOf(index, deriveTerm(index, settings, term), { from: place, to: place + 1, penalty: 0, among }),
  )
  const joined: Node[] = []
  for (let length = 2; length <= longestJoin; length++) {
    for (let from = 0; from + length <= terms.length; from++) {
      const group = terms.slice(from, from + length)
      const derivations = areNeighbours(group) ? deriveJoined(index, settings, group) : undefined
      if (derivations && occurs(derivations))
        joined.push(nodeOf(index, derivations, { from, to: from + length, penalty: length, among }))
    }
  }
  return { single, joined }
}

function occurs({ words, sequences }: Derivations): boolean {
  return words.size > 0 || sequences.length > 0
}

function areNeighbours(terms: QueryTerm[]): boolean {
  return terms.every((term, place) => !term.isPhrase && term.position === terms[0]!.position + place)
}

function deriveTerm(index: SearchIndex, settings: Settings, term: QueryTerm): Derivations {
  if (term.isPhrase) return derivePhrase(index, term)
  const word = term.words[0]!
  return derive(index, settings, {
    word,
    key: word,
    isPrefix: term.isPrefix,
    typos: typosAllowed(settings, word),
  })
}

export function derivePhrase({ dictionary }: SearchIndex, { words }: QueryTerm): Derivations {
  const trimmed = words.slice(
    words.findIndex((word) => word !== null),
    words.findLastIndex((word) => word !== null) + 1,
  )
  const numbers = trimmed.map((word) => (word === null ? ANY : dictionary.numbers.get(word)))
  const none = { words: new Map<number, number>(), sequences: [], exact: undefined, mostTypos: 0 }
  if (!numbers.every((number) => number !== undefined)) return none
  if (numbers.length === 1) return { ...none, words: new Map([[numbers[0]!, 0]]), exact: numbers[0] }
  return { ...none, sequences: [{ words: numbers, typos: 0 }] }
}

function deriveJoined(index: SearchIndex, settings: Settings, terms: QueryTerm[]): Derivations {
  const words = terms.map((term) => term.words[0]!)
  const [word, key] = [words.join(''), words.join(' ')]
  const typos = Math.max(0, typosAllowed(settings, word) - (terms.length - 1))
  const all = derive(index, settings, {
    word,
    key,
    typos,
    isPrefix: terms.at(-1)!.isPrefix,
    joint: words[0]!.length,
  })
  const derivations = { ...all, sequences: all.sequences.filter((each) => !isSplitInto(index, words, each)) }
  return occursWhole(derivations) ? derivations : { ...derivations, mostTypos: 0 }
}

/** Whether joined words were only cut where they were joined, which finds nothing more. */
function isSplitInto(
  { dictionary }: SearchIndex,
  words: string[],
  { words: halves, typos }: Sequence,
): boolean {
  if (typos === 0 || halves.length !== words.length) return false
  return words.every((word, place) => dictionary.numbers.get(word) === halves[place])
}

/** Whether more than the two halves of the word are there, which do not add to the typos that are possible. */
function occursWhole({ words, sequences }: Derivations): boolean {
  return words.size > 0 || sequences.some(({ typos }) => typos === 0)
}

/** `penalty` typos are added to each derivation. */
type Place = { from: number; to: number; penalty: number; among: Bitset | undefined }

function nodeOf(index: SearchIndex, derivations: Derivations, { from, to, penalty, among }: Place): Node {
  const words = new Map([...derivations.words].map(([word, typos]) => [word, typos + penalty]))
  const sequences = derivations.sequences.map((sequence) => ({
    ...sequence,
    typos: sequence.typos + penalty,
  }))
  const found = new Uint8Array(capacity(index))
  for (const [word, typos] of words) mark(found, documentsOf(index.postings, word), typos)
  for (const { words, typos, documents = documentsWithSequence(index, words, among) } of sequences)
    mark(found, documents, typos)
  return { ...derivations, words, sequences, mostTypos: derivations.mostTypos + penalty, from, to, found }
}

function mark(found: Uint8Array, documents: ArrayLike<number>, typos: number): void {
  for (let place = 0; place < documents.length; place++) {
    const document = documents[place]!
    const present = found[document]!
    if (present === 0 || present > typos + 1) found[document] = typos + 1
  }
}
