import { assess, worth, type Assessment, type Pair } from '../assessment.ts'
import type { Profile, Term } from '../profile.ts'
import type { Rarity } from '../rarity.ts'

const titleWeight = 2
/** A word in the other's description is a little less than one in its title. */
const outsideTitle = 0.8
const mostNamed = 3
const unremarkable = 0.2
const oneTellingWord = 0.4

/**
 * Words that both use, by rarity. Of two measures the better counts: how much of each title the other posting
 * takes up, which suits short texts, and the angle between the whole texts, which suits long ones.
 */
export function text({ offer, need, rarity }: Pair): Assessment {
  const shared = sharedTerms(offer.profile, need.profile, rarity)
  if (shared.length === 0) return assess('text', 0, 'none')
  const titles = [
    titleCoverage(offer.profile, need.profile, rarity),
    titleCoverage(need.profile, offer.profile, rarity),
  ]
  const inTitles = worth(mean(titles), 0.1, 0.5)
  const inAll = worth(cosine(offer.profile, need.profile, rarity), 0.08, 0.4)
  const proof = haveSameTitle(offer.profile, need.profile) ? 1 : evidence(shared)
  const words = shared.slice(0, mostNamed).map(({ word }) => word)
  return assess('text', Math.max(inTitles, inAll) * proof, 'shared', { words })
}

/** Common words alone prove nothing, however many, short of the same title: one telling word is asked for. */
function evidence(shared: { rarity: number }[]): number {
  const beyondCommon = shared.reduce((sum, { rarity }) => sum + Math.max(0, rarity - unremarkable), 0)
  return Math.min(1, beyondCommon / oneTellingWord)
}

/** The same telling or common words, in whatever order, and at least one. */
function haveSameTitle(one: Profile, other: Profile): boolean {
  const [title, otherTitle] = [titleOf(one), titleOf(other)]
  return (
    title.length > 0 && title.length === otherTitle.length && title.every((stem) => otherTitle.includes(stem))
  )
}

const titleOf = ({ terms }: Profile): string[] =>
  [...terms].filter(([, { inTitle }]) => inTitle).map(([stem]) => stem)

const mean = (numbers: number[]): number => numbers.reduce((sum, each) => sum + each, 0) / numbers.length

function titleCoverage({ terms }: Profile, other: Profile, rarity: Rarity): number {
  let all = 0
  let covered = 0
  for (const [stem, { inTitle }] of terms) {
    if (!inTitle) continue
    const telling = rarity.ofStem(stem)
    const found = other.terms.get(stem)
    all += telling
    if (found) covered += telling * (found.inTitle ? 1 : outsideTitle)
  }
  return all === 0 ? 0 : covered / all
}

function cosine(one: Profile, other: Profile, rarity: Rarity): number {
  let product = 0
  for (const [stem, term] of one.terms) {
    const found = other.terms.get(stem)
    if (found) product += weigh(stem, term, rarity) * weigh(stem, found, rarity)
  }
  return product === 0 ? 0 : product / (lengthOf(one, rarity) * lengthOf(other, rarity))
}

function lengthOf({ terms }: Profile, rarity: Rarity): number {
  let squares = 0
  for (const [stem, term] of terms) squares += weigh(stem, term, rarity) ** 2
  return Math.sqrt(squares)
}

const weigh = (stem: string, { count, inTitle }: Term, rarity: Rarity): number =>
  rarity.ofStem(stem) * (1 + Math.log(count)) * (inTitle ? titleWeight : 1)

/** As the need writes them, most telling first. */
const sharedTerms = (offer: Profile, need: Profile, rarity: Rarity) =>
  [...need.terms]
    .filter(([stem]) => offer.terms.has(stem))
    .map(([stem, term]) => ({
      word: term.word,
      rarity: rarity.ofStem(stem),
      weight: weigh(stem, term, rarity),
    }))
    .sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1))
