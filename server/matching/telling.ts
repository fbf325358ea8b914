import { fold } from '../vocabulary/fold.ts'
import { isCommon } from './common-words.ts'
import type { Profile, Term } from './profile.ts'
import type { Frequencies, Rarity } from './rarity.ts'

/** A short question to the index, and how much a hit for it tells. */
export interface Question {
  /** words that must all be there */
  q?: string
  /** concepts that must all be there, or be among the main ones */
  concepts?: { all: string[]; among: 'concepts' | 'mainConcepts' }
  weight: number
}

const mostQuestions = 12
const mostPairs = 3
const mostWords = 24
const titleWeight = 2
/** A word that tells less than this share of what the most telling one does only finds more of the rest. */
const worthAsking = 0.4
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
  const concepts = conceptQuestions(profile, rarity)
  return [...concepts, ...pairQuestions(words), ...wordQuestions(words)].slice(0, mostQuestions)
}

interface TellingWord {
  q: string
  weight: number
  inTitle: boolean
}

/** A title word that nobody else writes in this very form may still be there in another. */
function tellingWords({ terms }: Profile, rarity: Rarity, frequencies: Frequencies): TellingWord[] {
  return [...terms].flatMap(([stem, term]) => {
    const frequency = frequencies.ofStem(stem) ?? 0
    const { word, inTitle } = term
    if (isCommon(stem) || isTooCommon(frequency, frequencies.documents)) return []
    if (frequency === 0 && !inTitle) return []
    return { q: beginning(stem, word), weight: weigh(stem, term, rarity), inTitle }
  })
}

function wordQuestions(words: TellingWord[]): Question[] {
  const ranked = words.map(({ q, weight }) => ({ q, weight })).sort((a, b) => b.weight - a.weight)
  const best = ranked[0]?.weight ?? 0
  return ranked.filter(({ weight }) => weight >= best * worthAsking)
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

/** Two concepts together, then what is mainly about one, then whatever mentions it. */
function conceptQuestions({ concepts, named }: Profile, rarity: Rarity): Question[] {
  const weigh = (id: string) => (concepts.get(id) ?? 0) * rarity.ofConcept(id)
  const [first, second, third] = [...named].sort((a, b) => weigh(b) - weigh(a))
  if (!first) return []
  const together = [second, third].flatMap((other) =>
    other ? [{ all: [first, other], among: 'concepts' as const, weight: weigh(first) + weigh(other) }] : [],
  )
  const mainly = [first, ...(second ? [second] : [])].map((id) => ({
    all: [id],
    among: 'mainConcepts' as const,
    weight: 1.5 * weigh(id),
  }))
  const mentioned = { all: [first], among: 'concepts' as const, weight: weigh(first) }
  return [...together, ...mainly, mentioned].map(({ all, among, weight }) => ({
    concepts: { all, among },
    weight,
  }))
}

const weigh = (stem: string, { count, inTitle }: Term, rarity: Rarity): number =>
  rarity.ofStem(stem) * (1 + Math.log(count)) * (inTitle ? titleWeight : 1)
