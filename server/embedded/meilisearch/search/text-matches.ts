import { fold } from '../index/fold.ts'
import { eachToken } from '../index/tokenize.ts'
import type { Matching } from './match.ts'
import { ANY } from './sequences.ts'

/** A word of a text, and how many of its UTF-16 units from the start match the query (0: none). */
export type TextWord = {
  start: number
  end: number
  number: number
  matched: number
  /** Whether a sentence or the like ends before it. */
  isAfterBreak: boolean
}

/** Splits a text into words and marks those that the query found. */
export function textWords(text: string, matching: Matching | undefined): TextWord[] {
  const words: TextWord[] = []
  let isAfterBreak = false
  const tokenizer = matching?.index.plan.tokenizer ?? eachToken
  tokenizer(text, {
    word(raw, start) {
      const folded = fold(raw)
      const number = matching?.index.dictionary.numbers.get(folded) ?? -1
      const matched = matching ? matchedLength(matching, raw, folded, number) : 0
      words.push({ start, end: start + raw.length, number, matched, isAfterBreak })
      isAfterBreak = false
    },
    hardBreak: () => void (isAfterBreak = true),
  })
  if (matching) markSequences(matching, words)
  return words
}

function matchedLength(
  { single, joined, terms }: Matching,
  raw: string,
  folded: string,
  number: number,
): number {
  let longest = 0
  for (const { words, exact, from, to } of [...single, ...joined]) {
    const typos = words.get(number)
    if (typos === undefined) continue
    const last = terms[to - 1]!
    const wanted = terms
      .slice(from, to)
      .map((term) => term.words[0])
      .join('')
    const isBeginning =
      last.isPrefix && number !== exact && raw.length === folded.length && folded.startsWith(wanted)
    longest = Math.max(longest, isBeginning ? wanted.length : raw.length)
  }
  return longest
}

function markSequences({ single, joined }: Matching, words: TextWord[]): void {
  for (const { sequences } of [...single, ...joined]) {
    for (const sequence of sequences) {
      for (let start = 0; start + sequence.words.length <= words.length; start++) {
        const run = words.slice(start, start + sequence.words.length)
        const isMatch = run.every(
          (word, place) => sequence.words[place] === ANY || sequence.words[place] === word.number,
        )
        if (isMatch) for (const word of run) word.matched = word.end - word.start
      }
    }
  }
}

/** The byte places of all matches of a text, as the original reports them. */
export function matchPlaces(
  text: string,
  matching: Matching | undefined,
): { start: number; length: number }[] {
  const matched = textWords(text, matching).filter((word) => word.matched > 0)
  return matched.map(({ start, matched: units }) => ({
    start: Buffer.byteLength(text.slice(0, start)),
    length: Buffer.byteLength(text.slice(start, start + units)),
  }))
}
