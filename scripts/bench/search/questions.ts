import { contributionTypes, countries, posting, states, type BenchPosting, type facets } from './postings.ts'
import { below, oneOf, randomFrom, skewed, type Random } from './random.ts'
import type { Words } from './words.ts'

/** A search as a person makes it: words, and facets of which one value is chosen each. */
export interface Question {
  words: string
  chosen: Partial<Record<(typeof facets)[number], string>>
  /** the posting from which the question was made, which should be found */
  about: string
}

const shortest = 5
const letters = /^\p{L}+$/u

/** Words of postings with a typo in each, and three of the postings' facet values; the same on every run. */
export function typedQuestions(count: number, postings: number, wordsFrom: Words): Question[] {
  const random = randomFrom(count + postings)
  const questions: Question[] = []
  while (questions.length < count) {
    const source = posting(below(random, postings), wordsFrom)
    const words = longWords(source)
    if (source.language === 'zh' || words.length < 3) continue
    const typed = [0, 1, 2].map(() => mistyped(random, ...words.splice(below(random, words.length), 1)))
    const [type, goal] = [source.contributionTypes[0]!, source.sdgs[0]!]
    const chosen = { contributionTypes: type, sdgs: goal, language: source.language }
    questions.push({ words: typed.join(' '), chosen, about: source.id })
  }
  return questions
}

const longWords = ({ title, description }: BenchPosting): string[] => [
  ...new Set(
    `${title} ${description}`.split(/[\s.]+/).filter((word) => word.length >= shortest && letters.test(word)),
  ),
]

/** One letter left out, doubled, changed or swapped with the next, never the first. */
function mistyped(random: Random, word = ''): string {
  const place = 1 + below(random, word.length - 2)
  const [before, letter, after] = [word.slice(0, place), word.charAt(place), word.slice(place + 1)]
  return oneOf(random, [
    before + after,
    before + letter + letter + after,
    before + word.charAt(0).toLowerCase() + after,
    before + after.charAt(0) + letter + after.slice(1),
  ])
}

/** Conditions of a listing that nobody typed a word for. */
export interface Listing {
  country: string
  type: string
  state: string
}

export function listings(count: number): Listing[] {
  const random = randomFrom(count)
  return Array.from({ length: count }, () => ({
    country: skewed(random, countries),
    type: skewed(random, contributionTypes),
    state: oneOf(random, states),
  }))
}

/** A dozen words of one posting, as matching asks for them, with a country and a type. */
export interface Dozen {
  words: string[]
  country: string
  type: string
}

export function dozens(count: number, postings: number, wordsFrom: Words): Dozen[] {
  const random = randomFrom(count + 1)
  return Array.from({ length: count }, () => {
    const source = posting(below(random, postings), wordsFrom)
    const telling = source.description
      .split(/[\s.]+/)
      .filter((word) => word.length > 3 || source.language === 'zh')
    const words = Array.from({ length: 12 }, () => oneOf(random, telling))
    return { words, country: source.countries[0]!, type: source.contributionTypes[0]! }
  })
}
