import type { Language } from '../../vocabulary/languages.ts'
import type { Sentence } from './sentences.ts'
import { contrasts, denials, denialsAfter, joins, undeniers } from './lexicon.ts'
import { isHan, lengthAt } from './terms.ts'

/** Words between a denial and what it denies: in the same part of the sentence, and in each item of a list before. */
const reach = { near: 6, item: 2 }
/** Chinese is counted in characters, and a word has about two. */
const charactersPerWord = 2

/**
 * Whether the words from `start` to `end` (exclusive) stand under a denial: "no tobacco", "without alcohol,
 * tobacco or weapons", "tobacco-free". "Not only tobacco" denies nothing, and "but" ends a denial.
 */
export function isDenied(
  sentence: Sentence,
  start: number,
  end: number,
  languages: readonly Language[],
): boolean {
  return isDeniedAfter(sentence, end, languages) || isDeniedBefore(sentence, start, languages)
}

function isDeniedAfter(sentence: Sentence, end: number, languages: readonly Language[]): boolean {
  return (
    !sentence[end]?.afterComma &&
    lengthAt(sentence, end, denialsAfter, languages) > 0 &&
    !isOfCharge(sentence, end)
  )
}

/** "Tobacco free of charge" gives tobacco away. */
const isOfCharge = (sentence: Sentence, at: number): boolean => sentence[at + 1]?.forms[0] === 'of'

function isDeniedBefore(sentence: Sentence, start: number, languages: readonly Language[]): boolean {
  const unit = isHan(sentence[start]) ? charactersPerWord : 1
  let between = 0
  let room = reach.near * unit
  for (let at = start - 1; at >= 0; at--) {
    if (sentence[at + 1]?.afterComma) [between, room] = [0, reach.item * unit]
    if (lengthAt(sentence, at, contrasts, languages) > 0) return false
    const denial = lengthAt(sentence, at, denials, languages)
    if (denial > 0) return lengthAt(sentence, at + denial, undeniers, languages) === 0
    if (lengthAt(sentence, at, joins, languages) === 0 && ++between > room) return false
  }
  return false
}
