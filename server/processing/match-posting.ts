import { findCandidates, otherSideOf, rarityIn } from '../matching/candidates.ts'
import type { Match } from '../matching/match.ts'
import { rankCandidates } from '../matching/rank.ts'
import { isAsking, type Need } from '../needs/need.ts'
import { isDistributable, type Offer } from '../offers/offer.ts'
import type { Posters } from './parties.ts'
import type { StepServices } from './step-services.ts'

const candidateLimit = 120

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
  const { search, matches, clock } = services
  const { entityOf } = posters
  const now = clock.now()
  const barredFor = posting.side === 'offer' ? (posting.screening?.barredFor ?? []) : []
  const found = await findCandidates(search, posting, { now, limit: candidateLimit, barredFor, entityOf })
  const known = before.size === 0 ? await matchesOf(posting, services) : []
  const ids = [...new Set([...found, ...known.map(otherId(posting))])].filter((id) => !before.has(id))
  const candidates = await open(ids, posting, services, now)
  const rarity = rarityIn(search, otherSideOf(posting))
  const ranked = rankCandidates(posting, candidates, { now, rarity, entityOf })
  await matches.put(
    ranked.map(({ posting: other, score }) => ({ ...pair(posting, other), ...score })),
    now,
  )
  const kept = new Set(ranked.map(({ posting: { id } }) => id))
  await matches.drop(known.filter((match) => !kept.has(otherId(posting)(match))).map(({ id }) => id))
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

/** Reads the other side from the database: the index only proposes. */
async function open(
  ids: string[],
  { side }: Offer | Need,
  { offers, needs }: StepServices,
  now: Date,
): Promise<(Offer | Need)[]> {
  if (side === 'offer') return (await needs.findMany(ids)).filter((need) => isAsking(need, now))
  return (await offers.findMany(ids)).filter((offer) => isDistributable(offer, now))
}

function pair(posting: Offer | Need, other: Offer | Need) {
  const [offer, need] = posting.side === 'offer' ? [posting, other] : [other, posting]
  return {
    offerId: offer.id,
    needId: need.id,
    parties: { offer: offer.organisationId, need: need.organisationId },
  }
}
