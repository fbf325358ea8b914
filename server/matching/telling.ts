import { fold } from '../vocabulary/fold.ts'
import type { Profile, Term } from './profile.ts'
import type { Frequencies, Rarity } from './rarity.ts'

/** A short question to the index, and how much a hit for it tells. */
export interface Question {
  /** words that must all be there */
  q?: string
  /** concepts that must all be there */
  concepts?: string[]
  weight: number
}

const mostQuestions = 12
const mostConcepts = 4
const mostPairs = 3
const mostWords = 24
const titleWeight = 2
/** A word in more than this share of all postings finds everything and so nothing. */
const tooCommon = 0.2
const enoughToTell = 50
/** Shorter beginnings of a word begin too many others. */
const shortestStem = 4

/** The words of a posting worth counting in the collection, by stem: title words first, then what it repeats. */
export function wordsToCount({ terms }: Profile, rarity: Rarity): Map<string, string> {
  const ranked = [...terms]
    .map(([stem, term]) => ({ stem, term, weight: weigh(stem, term, rarity) }))
    .sort((a, b) => b.weight - a.weight)
  return new Map(ranked.slice(0, mostWords).map(({ stem, term }) => [stem, term.word]))
}

/**
 * Up to twelve short questions: concepts together and alone, which cross languages, pairs of neighbouring title
 * words, and telling words alone. Asked as beginnings of words, so that inflected forms are found as well.
 */
export function tellingQuestions(profile: Profile, rarity: Rarity, frequencies: Frequencies): Question[] {
  const words = tellingWords(profile, rarity, frequencies)
  const chosen = [...conceptQuestions(profile, rarity), ...pairQuestions(words)]
  const alone = words.map(({ q, weight }) => ({ q, weight })).sort((a, b) => b.weight - a.weight)
  return [...chosen, ...alone].slice(0, mostQuestions)
}

interface TellingWord {
  q: string
  weight: number
  inTitle: boolean
}

function tellingWords({ terms }: Profile, rarity: Rarity, frequencies: Frequencies): TellingWord[] {
  return [...terms].flatMap(([stem, term]) => {
    const frequency = frequencies.ofStem(stem)
    if (!frequency || isTooCommon(frequency, frequencies.documents)) return []
    const { word, inTitle } = term
    return { q: beginning(stem, word), weight: weigh(stem, term, rarity), inTitle }
  })
}

const isTooCommon = (frequency: number, documents: number): boolean =>
  documents >= enoughToTell && frequency > documents * tooCommon

const beginning = (stem: string, word: string): string =>
  stem.length >= shortestStem && fold(word).startsWith(stem) ? stem : word

function pairQuestions(words: TellingWord[]): Question[] {
  const title = words.filter(({ inTitle }) => inTitle)
  return title
    .slice(1)
    .map((word, before) => pairOf(title[before] ?? word, word))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, mostPairs)
}

const pairOf = (one: TellingWord, other: TellingWord): Question => ({
  q: `${one.q} ${other.q}`,
  weight: one.weight + other.weight,
})

function conceptQuestions({ concepts, named }: Profile, rarity: Rarity): Question[] {
  const weigh = (id: string) => (concepts.get(id) ?? 0) * rarity.ofConcept(id)
  const [first, second, ...others] = [...named].sort((a, b) => weigh(b) - weigh(a)).slice(0, mostConcepts)
  if (!first) return []
  const ask = (...ids: string[]): Question => ({
    concepts: ids,
    weight: 2 * ids.reduce((sum, id) => sum + weigh(id), 0),
  })
  if (!second) return [ask(first)]
  return [ask(first, second), ask(first), ask(second), ...others.map((other) => ask(other))]
}

const weigh = (stem: string, { count, inTitle }: Term, rarity: Rarity): number =>
  rarity.ofStem(stem) * (1 + Math.log(count)) * (inTitle ? titleWeight : 1)
