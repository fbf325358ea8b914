import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as french } from '@orama/stemmers/french'
import { stemmer as russian } from '@orama/stemmers/russian'
import { stemmer as spanish } from '@orama/stemmers/spanish'
import { stemArabic } from './stem-arabic.ts'
import { fold } from './fold.ts'
import { remembering } from './remembering.ts'

const longestWord = 40
const stemmers = new Map<string, (word: string) => string>([
  ['en', english],
  ['fr', french],
  ['es', spanish],
  ['ru', (word) => russian(word.replaceAll('ё', 'е'))],
  ['ar', (word) => stemArabic(fold(word))],
])

const stemOf = remembering((word, language) => fold(stemmers.get(language)?.(word.toLowerCase()) ?? word))

/**
 * What inflected forms of a word share, folded. The stemmers need accents to see endings,
 * so they see the word before it is folded. A word in a language without a stemmer is only folded,
 * as is one of more than 40 letters.
 */
export function stem(word: string, language: string): string {
  return word.length > longestWord ? fold(word) : stemOf(word, language)
}
