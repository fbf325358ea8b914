import { below, oneOf, randomFrom, skewed, type Random } from './random.ts'
import type { Words } from './words.ts'

/** What a search index holds of a posting. */
export interface BenchPosting {
  id: string
  title: string
  description: string
  language: string
  contributionTypes: string[]
  sdgs: string[]
  countries: string[]
  regions: string[]
  anywhere: boolean
  state: string
  /** seconds since 1970, as `createdAt` */
  openUntil: number
  createdAt: number
  revision: number
}

/** Fields that are counted beside every answer. */
export const facets = ['countries', 'regions', 'sdgs', 'contributionTypes', 'language'] as const

export const contributionTypes =
  'expertise in-kind-goods cash technology in-kind-services personnel advocacy access cause-marketing'.split(
    ' ',
  )
export const states = 'open expired open withdrawn open fulfilled'.split(' ')
export const now = 1_790_000_000
const goals = Array.from({ length: 17 }, (_, goal) => `SDG ${goal + 1}`)
export const countries = Array.from({ length: 200 }, (_, number) =>
  String.fromCharCode(65 + (number % 26), 65 + ((number * 7) % 25), 65 + ((number * 11) % 23)),
)
const regionOf = (country: string): string => `region ${countries.indexOf(country) % 22}`
const year = 365 * 86_400

/** The posting of a number, the same on every run: a title of 8 words and a description of 52. */
export function posting(number: number, wordsFrom: Words): BenchPosting {
  const random = randomFrom(number)
  const { language, words } = wordsFrom(random, 60)
  const served = several(random, countries)
  return {
    id: `posting-${number}`,
    title: words.slice(0, 8).join(' '),
    description: sentences(words.slice(8)),
    language,
    contributionTypes: several(random, contributionTypes),
    sdgs: several(random, goals),
    countries: served,
    regions: [...new Set(served.map(regionOf))],
    anywhere: random() < 0.05,
    state: oneOf(random, states),
    openUntil: now + below(random, 2 * year) - year / 2,
    createdAt: now - below(random, 3 * year),
    revision: 1,
  }
}

/** One to three, the first of the list more often than the last. */
const several = (random: Random, items: readonly string[]): string[] => [
  ...new Set(Array.from({ length: 1 + below(random, 3) }, () => skewed(random, items))),
]

const sentences = (words: string[]): string =>
  `${words.map((word, place) => (place % 13 === 12 ? `${word}.` : word)).join(' ')}.`
