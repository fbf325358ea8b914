import type { Match } from '../matching/match.ts'
import type { Need } from '../needs/need.ts'
import type { Offer } from '../offers/offer.ts'
import type { Posters } from './parties.ts'
import { rankOthers } from './rank-others.ts'
import type { StepServices } from './step-services.ts'

export interface Matched {
  /** new or scored anew, best first */
  matches: Match[]
  /** ids of the other side that were looked at, these and earlier ones */
  considered: ReadonlySet<string>
}

/**
 * Finds what fits a posting on the other side and stores the matches. The first look also scores the posting's
 * known matches anew and takes back untouched suggestions that no longer hold; a later one takes only what was not
 * considered before.
 */
export async function matchPosting(
  posting: Offer | Need,
  before: ReadonlySet<string>,
  posters: Posters,
  services: StepServices,
): Promise<Matched> {
  const { matches, clock } = services
  const stood = before.size === 0 ? await matchesOf(posting, services) : []
  const looked = { known: stood.map(otherId(posting)), before }
  const { ids, ranked } = await rankOthers(posting, looked, posters, services)
  await matches.put(
    ranked.map(({ posting: other, score }) => ({ ...pair(posting, other), ...score })),
    clock.now(),
  )
  const kept = new Set(ranked.map(({ posting: { id } }) => id))
  await matches.drop(stood.filter((match) => !kept.has(otherId(posting)(match))).map(({ id }) => id))
  const stored = kept.size === 0 ? [] : await matchesOf(posting, services)
  return {
    matches: stored.filter((match) => kept.has(otherId(posting)(match))),
    considered: new Set([...before, ...ids]),
  }
}

const matchesOf = ({ id, side }: Offer | Need, { matches }: StepServices): Promise<Match[]> =>
  side === 'offer' ? matches.ofOffers([id]) : matches.ofNeeds([id])

const otherId =
  ({ side }: Offer | Need) =>
  (match: Match): string =>
    side === 'offer' ? match.needId : match.offerId

function pair(posting: Offer | Need, other: Offer | Need) {
  const [offer, need] = posting.side === 'offer' ? [posting, other] : [other, posting]
  return {
    offerId: offer.id,
    needId: need.id,
    parties: { offer: offer.organisationId, need: need.organisationId },
  }
}
