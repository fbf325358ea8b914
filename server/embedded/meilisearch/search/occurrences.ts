import { FIELD, SKIP } from '../index/token-stream.ts'
import type { TokenStream } from '../index/token-stream.ts'
import { marksOf, sequenceMarks } from './marks.ts'
import type { Mark, Marks } from './marks.ts'
import { levelOf } from './match.ts'
import type { Matching } from './match.ts'
import { eachSequence } from './sequences.ts'

/** Where one term stands in the document at hand, in its best reading (the fewest typos); `count` places. */
export type Occurrences = {
  count: number
  fields: Int32Array
  positions: Int32Array
  /** How many words a sequence takes; 1 for a word. */
  lengths: Int32Array
  /** How many terms of the query are joined there; 1 for a term by itself. */
  spans: Int32Array
  /** Whether the very word of the query is among them. */
  isExact: boolean
  /** False when the document's level drops the term. */
  isRequired: boolean
}

/** Occurrences of a term beyond these are not weighed. */
const mostWeighed = 64

type Sequences = { words: number[]; marks: Mark[] }[]

/** Walks one document after another; what it finds is overwritten by the next. */
export type Walker = { matching: Matching; marks: Marks; sequences: Sequences; terms: Occurrences[] }

export function walkerOf(matching: Matching): Walker {
  const nodes = [...matching.single, ...matching.joined]
  const sequences = nodes.flatMap((node) =>
    node.sequences.map(({ words, typos }) => ({ words, marks: sequenceMarks(matching, node, typos) })),
  )
  return { matching, marks: marksOf(matching), sequences, terms: matching.terms.map(noOccurrences) }
}

function noOccurrences(): Occurrences {
  const places = () => new Int32Array(mostWeighed)
  return {
    count: 0,
    fields: places(),
    positions: places(),
    lengths: places(),
    spans: places(),
    isExact: false,
    isRequired: true,
  }
}

export function walk(walker: Walker, document: number): void {
  const { matching, terms, sequences } = walker
  const required = matching.levels[levelOf(matching, document)]!
  terms.forEach((term, place) => {
    term.count = 0
    term.isExact = false
    term.isRequired = required[place]!
  })
  const tokens = matching.index.tokens[document]!
  walkWords(walker, document, tokens)
  for (const { words, marks } of sequences) {
    eachSequence(tokens, words, (field, position) =>
      record(walker, marks, document, [field, position, words.length]),
    )
  }
}

function walkWords(walker: Walker, document: number, tokens: TokenStream): void {
  const { ofWord, groups } = walker.marks
  let field = 0
  let position = 0
  for (let place = 0; place < tokens.length; place++) {
    const token = tokens[place]!
    if (token < SKIP) {
      const group = ofWord[token]!
      if (group !== 0) record(walker, groups[group]!, document, [field, position, 1])
      position++
    } else if (token < FIELD) position += token - SKIP
    else {
      field = token - FIELD
      position = 0
    }
  }
}

type Spot = [field: number, position: number, length: number]

function record({ matching: { single }, terms }: Walker, marks: Mark[], document: number, spot: Spot): void {
  for (const { term, node, typos, isExact } of marks) {
    const own = single[term]!
    const best = own.found[document] !== 0 ? own : node
    if (best !== node || node.found[document] !== typos + 1) continue
    const occurrences = terms[term]!
    occurrences.isExact ||= isExact
    if (occurrences.count === mostWeighed) continue
    const place = occurrences.count++
    ;[occurrences.fields[place], occurrences.positions[place], occurrences.lengths[place]] = spot
    occurrences.spans[place] = node.to - node.from
  }
}
