import { assess, ramp, type Assessment, type Pair } from '../assessment.ts'
import type { Profile, Term } from '../profile.ts'
import type { Rarity } from '../rarity.ts'

const titleWeight = 2
/** A word in the other's description is a little less than one in its title. */
const outsideTitle = 0.8
const mostNamed = 3

/**
 * Words that both use, by rarity. Of two measures the better counts: how much of each title the other posting
 * takes up, which suits short texts, and the angle between the whole texts, which suits long ones.
 */
export function text({ offer, need, rarity }: Pair): Assessment {
  const titles = ramp(meanTitleCoverage(offer.profile, need.profile, rarity), 0.12, 0.6)
  const whole = ramp(cosine(offer.profile, need.profile, rarity), 0.08, 0.45)
  const words = sharedWords(offer.profile, need.profile, rarity)
  if (words.length === 0) return assess('text', 0, 'none')
  return assess('text', Math.max(titles, whole), 'shared', { words })
}

const meanTitleCoverage = (one: Profile, other: Profile, rarity: Rarity): number =>
  (titleCoverage(one, other, rarity) + titleCoverage(other, one, rarity)) / 2

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
function sharedWords(offer: Profile, need: Profile, rarity: Rarity): string[] {
  return [...need.terms]
    .filter(([stem]) => offer.terms.has(stem))
    .map(([stem, term]) => ({ word: term.word, weight: weigh(stem, term, rarity) }))
    .sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1))
    .slice(0, mostNamed)
    .map(({ word }) => word)
}
