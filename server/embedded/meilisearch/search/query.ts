import { fold } from '../index/fold.ts'
import type { SearchIndex } from '../index/search-index.ts'

/** A word or phrase that is asked for; words are folded, `null` stands for a stop word inside a phrase. */
export type QueryTerm = {
  words: (string | null)[]
  isPhrase: boolean
  isPrefix: boolean
  /** Of the first word, counted as in documents. */
  position: number
}

export type Query = { terms: QueryTerm[]; negatives: QueryTerm[] }

const mostTerms = 10
/** What a sentence end adds to the position of the next word. */
const hardGap = 7

type Piece = { text: string; isPhrase: boolean; isNegative: boolean }

/** Reads what a person typed: words, "phrases", -negatives; the last word is a prefix unless a space ends it. */
export function parseQuery(text: string, index: SearchIndex, hasPrefixes: boolean): Query {
  const query: Query = { terms: [], negatives: [] }
  const cursor = { position: 0 }
  for (const piece of piecesOf(text)) {
    const terms = piece.isPhrase
      ? phraseTerms(piece.text, index, cursor)
      : wordTerms(piece.text, index, cursor)
    if (piece.isNegative) query.negatives.push(...terms.splice(0, piece.isPhrase ? terms.length : 1))
    query.terms.push(...terms)
  }
  const last = query.terms.at(-1)
  if (last && hasPrefixes && /[^\s"]$/.test(text) && !last.isPhrase && !endsNegative(text))
    last.isPrefix = true
  query.terms = query.terms.filter((term) => term.isPrefix || !isStopWord(index, term)).slice(0, mostTerms)
  return query
}

function endsNegative(text: string): boolean {
  return /(^|\s)-\S+$/.test(text) && piecesOf(text).at(-1)?.isNegative === true
}

const pieces = /(?<=^|\s)-"([^"]*)"?|"([^"]*)"?|(?<=^|\s)-(?=[^\s-])([^\s"]+)|((?:(?!(?<=\s)-[^\s-])[^"])+)/g

function piecesOf(text: string): Piece[] {
  return [...text.matchAll(pieces)].map(([, barred, phrase, minus, plain]) => ({
    text: barred ?? phrase ?? minus ?? plain ?? '',
    isPhrase: barred !== undefined || phrase !== undefined,
    isNegative: barred !== undefined || minus !== undefined,
  }))
}

type Cursor = { position: number }

function wordTerms(text: string, index: SearchIndex, cursor: Cursor): QueryTerm[] {
  const terms: QueryTerm[] = []
  index.plan.tokenizer(text, {
    word(raw) {
      const word = fold(raw)
      if (word !== '')
        terms.push({ words: [word], isPhrase: false, isPrefix: false, position: cursor.position++ })
    },
    hardBreak: () => void (cursor.position += hardGap),
  })
  return terms
}

/** One phrase, or several where a sentence ends inside the quotes. */
function phraseTerms(text: string, index: SearchIndex, cursor: Cursor): QueryTerm[] {
  const phrases: QueryTerm[] = []
  let words: (string | null)[] = []
  const close = () => {
    const position = cursor.position - words.length
    if (words.some((word) => word !== null))
      phrases.push({ words, isPhrase: true, isPrefix: false, position })
    words = []
  }
  index.plan.tokenizer(text, {
    word(raw) {
      const word = fold(raw)
      if (word === '') return
      words.push(isStop(index, word) ? null : word)
      cursor.position++
    },
    hardBreak() {
      close()
      cursor.position += hardGap
    },
  })
  close()
  return phrases
}

function isStopWord(index: SearchIndex, { words, isPhrase }: QueryTerm): boolean {
  return !isPhrase && isStop(index, words[0]!)
}

function isStop({ plan, dictionary }: SearchIndex, word: string): boolean {
  const number = plan.stopWords.size === 0 ? undefined : dictionary.numbers.get(word)
  return number !== undefined && plan.stopWords.has(number)
}
