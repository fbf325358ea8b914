import { learn } from './dictionary.ts'
import type { Dictionary } from './dictionary.ts'
import type { IndexingPlan } from './plan.ts'

/**
 * The words of a document in one array: word numbers in the order of the text, with marks between them.
 * A mark above `FIELD` opens the field of that number at position 0; one above `SKIP` moves the position on.
 */
export type TokenStream = Uint32Array

export const SKIP = 0x80000000
export const FIELD = 0xc0000000
/** How far a sentence end, or the next element of an array, moves the following word away. */
const hardGap = 3
/** Positions are 16 bits wide in the original; words behind are not indexed. */
const lastPosition = 65_535

export type Writer = { marks: number[]; position: number; pendingGap: boolean; isFirst: boolean }

export function openField(marks: number[], field: number): Writer {
  marks.push(FIELD + field)
  return { marks, position: 0, pendingGap: false, isFirst: true }
}

/** Appends a text to the open field; stop words hold their position without being indexed. */
export function writeText(
  writer: Writer,
  text: string,
  dictionary: Dictionary,
  { tokenizer, stopWords }: IndexingPlan,
): void {
  tokenizer(text, {
    word: (raw) => {
      const word = learn(dictionary, raw)
      if (word !== -1 && writer.position <= lastPosition) writeWord(writer, word, stopWords.has(word))
    },
    hardBreak: () => {
      writer.pendingGap = true
    },
  })
  writer.pendingGap = true
}

function writeWord(writer: Writer, word: number, isStopWord: boolean): void {
  if (writer.pendingGap && !writer.isFirst) {
    writer.marks.push(SKIP + hardGap)
    writer.position += hardGap
  }
  writer.marks.push(isStopWord ? SKIP + 1 : word)
  writer.position++
  writer.pendingGap = false
  writer.isFirst = false
}

/** Calls `seen` for every indexed word with its field and its position there. */
export function eachWord(
  tokens: TokenStream,
  seen: (word: number, field: number, position: number) => void,
): void {
  let field = 0
  let position = 0
  for (let place = 0; place < tokens.length; place++) {
    const token = tokens[place]!
    if (token < SKIP) seen(token, field, position++)
    else if (token < FIELD) position += token - SKIP
    else {
      field = token - FIELD
      position = 0
    }
  }
}

export function distinctWords(tokens: TokenStream): Set<number> {
  const words = new Set<number>()
  for (const token of tokens) if (token < SKIP) words.add(token)
  return words
}
