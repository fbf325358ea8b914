import { findCandidates, otherSideOf, rarityIn } from '../matching/candidates.ts'
import type { Match } from '../matching/match.ts'
import { rankCandidates } from '../matching/rank.ts'
import { isAsking, type Need } from '../needs/need.ts'
import { isDistributable, type Offer } from '../offers/offer.ts'
import type { Parties } from './parties.ts'
import type { StepServices } from './step-services.ts'

const candidateLimit = 120

/**
 * Finds what fits a posting on the other side, stores the matches and takes back untouched suggestions that no
 * longer hold. Returns the posting's matches, best first.
 */
export async function matchPosting(
  posting: Offer | Need,
  parties: Parties,
  services: StepServices,
): Promise<Match[]> {
  const { search, matches, clock } = services
  const now = clock.now()
  const barredFor = posting.side === 'offer' ? (posting.screening?.barredFor ?? []) : []
  const known = await matchesOf(posting, services)
  const ids = await findCandidates(search, posting, {
    now,
    limit: candidateLimit,
    barredFor,
    entityOf: parties.entityOf,
  })
  const candidates = await open(
    [...new Set([...ids, ...known.map(otherId(posting))])],
    posting,
    services,
    now,
  )
  const rarity = rarityIn(search, otherSideOf(posting))
  const ranked = rankCandidates(posting, candidates, { now, rarity, entityOf: parties.entityOf })
  const kept = new Set(ranked.map(({ posting: { id } }) => id))
  await matches.put(
    ranked.map(({ posting: other, score }) => ({ ...pair(posting, other), ...score })),
    now,
  )
  await matches.drop(known.filter((match) => !kept.has(otherId(posting)(match))).map(({ id }) => id))
  return matchesOf(posting, services)
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
