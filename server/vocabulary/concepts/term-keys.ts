import { fold } from '../fold.ts'
import { remembering } from '../remembering.ts'
import { stem } from '../stem.ts'
import { isStopWord, runsOf } from '../tokens.ts'
import type { Language } from '../languages.ts'
import type { Token } from './term-tree.ts'

const longestTermWord = 40
const strange: Token = { keys: [], skippable: false }

/**
 * The key sequences under which a term is filed. Chinese is filed by character. Other terms are filed by
 * stem without stop words, once as written and once without accents, for texts typed without them.
 */
export function termKeys(term: string, language: Language): string[][] {
  if (language === 'zh') return [Array.from(term)]
  if (term.startsWith('=')) return [runsOf(term).map(exactly)]
  if (isCapitals(term)) return [[inCapitals(term)]]
  const telling = runsOf(term).filter((word) => !isStopWord(word, language))
  return [telling.map((word) => stem(word, language)), telling.map((word) => stem(fold(word), language))]
}

const knownTokenOf = remembering(tokenOfAny)

/** What a word of a text answers to: its capitals where it has them, its own form, its stem; the first wins. */
export function tokenOf(word: string, language: Language): Token {
  return word.length > longestTermWord ? strange : knownTokenOf(word, language)
}

function tokenOfAny(word: string, language: string): Token {
  const keys = [exactly(word), stem(word, language)]
  return {
    keys: isCapitals(word) ? [inCapitals(word), ...keys] : keys,
    skippable: isStopWord(word, language),
  }
}

function exactly(word: string): string {
  return `=${fold(word)}`
}

/** An acronym, its English plural NGOs as one with NGO. */
function inCapitals(word: string): string {
  return `^${word.replace(/s$/u, '')}`
}

function isCapitals(word: string): boolean {
  return /^\p{Lu}[\p{Lu}\p{N}]+s?$/u.test(word)
}
