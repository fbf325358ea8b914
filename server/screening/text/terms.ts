import { LANGUAGES } from '../../vocabulary/languages.ts'
import type { Language } from '../../vocabulary/languages.ts'
import { fold } from '../../vocabulary/fold.ts'
import type { Sentence, Word } from './sentences.ts'

interface Part {
  text: string
  /** written with a star: any ending fits */
  open: boolean
}
type Term = readonly Part[]
/** By language and by the first letter of a term, so that a word is compared with few of them. */
export type Terms = Readonly<Record<Language, ReadonlyMap<string, readonly Term[]>>>

const han = /\p{Script=Han}/u
const pieces = /\p{Script=Han}|[^\s\p{Script=Han}]+/gu

/**
 * Words and phrases by language, parted by a bar: `cigarette* | rolling tobacco`. A star stands for any ending;
 * words of a phrase follow one another directly. Case, accents and Arabic particles do not matter.
 */
export function terms(lists: Partial<Record<Language, string>>): Terms {
  const compiled = LANGUAGES.map((language) => [language, byFirstLetter(lists[language] ?? '')] as const)
  return Object.fromEntries(compiled) as Record<Language, Map<string, Term[]>>
}

function byFirstLetter(list: string): Map<string, Term[]> {
  const letters = new Map<string, Term[]>()
  for (const term of list.split('|').flatMap(compile)) {
    const letter = term[0]?.text.charAt(0) ?? ''
    letters.set(letter, [...(letters.get(letter) ?? []), term])
  }
  return letters
}

function compile(phrase: string): Term[] {
  const words = phrase.match(pieces) ?? []
  const term = words.map((word) => ({ text: fold(word.replace('*', '')), open: word.endsWith('*') }))
  return term.length > 0 ? [term] : []
}

/**
 * Languages whose terms are looked for: English and the languages of other scripts always, since a stated
 * language can be wrong or a text mixed; French and Spanish where stated, all where the language is none of ours.
 */
export function languagesRead(language: string): Language[] {
  const ours = LANGUAGES.some((known) => known === language)
  return LANGUAGES.filter((known) => !ours || known === language || !['fr', 'es'].includes(known))
}

/** How many words the longest of these terms covers at this place of the sentence; 0 for none. */
export function lengthAt(
  sentence: Sentence,
  at: number,
  list: Terms,
  languages: readonly Language[],
): number {
  let longest = 0
  for (const letter of sentence[at]?.letters ?? [])
    for (const language of languages)
      for (const term of list[language].get(letter) ?? []) {
        if (term.length > longest && fitsAt(sentence, at, term)) longest = term.length
      }
  return longest
}

const fitsAt = (sentence: Sentence, at: number, term: Term): boolean =>
  term.every((part, index) => fits(sentence[at + index], part))

function fits(word: Word | undefined, part: Part): boolean {
  if (!word) return false
  return word.forms.some((form) => (part.open ? form.startsWith(part.text) : form === part.text))
}

export const isHan = (word: Word | undefined): boolean => word !== undefined && han.test(word.raw)
