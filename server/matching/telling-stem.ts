import { stem } from '../vocabulary/stem.ts'
import { isStopWord } from '../vocabulary/tokens.ts'
import { isPlaceWord } from './common-words.ts'

const number = /^\p{N}+$/u
const han = /\p{Script=Han}/u

/** The stem of a word as `words` gives it; `null` for numbers, names of places and words that join others. */
export function tellingStem(word: string, language: string): string | null {
  if (word.length < 2 && !han.test(word)) return null
  if (number.test(word) || isStopWord(word, language)) return null
  const key = stem(word, language)
  return isPlaceWord(key) ? null : key
}
