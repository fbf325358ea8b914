import { assess, worth, type Assess, type Pair } from '../assessment.ts'
import type { Profile } from '../profile.ts'
import type { Rarity } from '../rarity.ts'

/** Two postings of which each has one subject besides the common one are well on topic. */
const noise = 0.1
const good = 0.5
const mostNamed = 3
const doubt = 0.25

/** What both are about, in whatever language: concepts of the vocabulary, the telling ones counting more. */
export const topic: Assess = ({ offer, need, rarity }) => {
  if (offer.profile.named.size === 0 || need.profile.named.size === 0) return null
  const share = worth(likeness(offer.profile, need.profile, rarity), noise, good)
  const shared = sharedConcepts({ offer, need, rarity }, 'named')
  if (shared.length > 0)
    return assess('topic', share * evidence(shared, rarity), 'shared', {
      concepts: shared.slice(0, mostNamed),
    })
  const wider = sharedConcepts({ offer, need, rarity }, 'concepts')
  if (wider.length > 0) return assess('topic', share, 'related', { concepts: wider.slice(0, 1) })
  return assess('topic', share, 'none')
}

/**
 * One concept in common may be chance, three hardly; and that both are for refugees, and no more than that, does not
 * make one subject of them.
 */
function evidence(shared: string[], rarity: Rarity): number {
  const telling = shared.reduce((sum, concept) => sum + rarity.ofConcept(concept), 0)
  return telling / (telling + doubt)
}

/** The geometric mean of how much of each side's concepts, by weight, the other side shares. */
function likeness(one: Profile, other: Profile, rarity: Rarity): number {
  return Math.sqrt(coverage(one, other, rarity) * coverage(other, one, rarity))
}

function coverage({ concepts }: Profile, other: Profile, rarity: Rarity): number {
  let all = 0
  let shared = 0
  for (const [concept, weight] of concepts) {
    const telling = weight * rarity.ofConcept(concept)
    all += telling
    shared += Math.min(telling, (other.concepts.get(concept) ?? 0) * rarity.ofConcept(concept))
  }
  return all === 0 ? 0 : shared / all
}

function sharedConcepts(
  { offer, need, rarity }: Pick<Pair, 'offer' | 'need' | 'rarity'>,
  kind: 'named' | 'concepts',
): string[] {
  const weight = (concept: string) =>
    rarity.ofConcept(concept) *
    Math.min(offer.profile.concepts.get(concept) ?? 0, need.profile.concepts.get(concept) ?? 0)
  return [...need.profile[kind].keys()]
    .filter((concept) => offer.profile[kind].has(concept))
    .sort((a, b) => weight(b) - weight(a) || (a < b ? -1 : 1))
}
