import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as french } from '@orama/stemmers/french'
import { stemmer as russian } from '@orama/stemmers/russian'
import { stemmer as spanish } from '@orama/stemmers/spanish'
import { stemArabic } from './stem-arabic.ts'
import { fold } from './fold.ts'

const longestWord = 40
const mostRemembered = 50_000

const stemmers = new Map<string, (word: string) => string>([
  ['en', english],
  ['fr', french],
  ['es', spanish],
  ['ru', (word) => russian(word.replaceAll('ё', 'е'))],
  ['ar', (word) => stemArabic(fold(word))],
])

const remembered = new Map<string, string>()

/**
 * What inflected forms of a word share, folded. The stemmers need accents to see endings,
 * so they see the word before it is folded. A word in a language without a stemmer is only folded,
 * as is one of more than 40 letters.
 */
export function stem(word: string, language: string): string {
  const stemmer = stemmers.get(language)
  if (!stemmer || word.length > longestWord) return fold(word)
  const key = `${language} ${word}`
  return remembered.get(key) ?? remember(key, fold(stemmer(word.toLowerCase())))
}

/** Texts repeat their words, and stemming one takes ten times as long as looking it up. */
function remember(key: string, found: string): string {
  if (remembered.size >= mostRemembered) remembered.clear()
  remembered.set(key, found)
  return found
}
