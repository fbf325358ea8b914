import { findCandidates, otherSideOf, rarityIn } from '../matching/candidates.ts'
import { rankCandidates, type Ranked } from '../matching/rank.ts'
import { isAsking, type Need } from '../needs/need.ts'
import { isDistributable, type Offer } from '../offers/offer.ts'
import type { Posters } from './parties.ts'
import type { StepServices } from './step-services.ts'

const candidateLimit = 120

interface Found {
  /** ids of the other side that were looked at */
  ids: string[]
  /** those of them that fit, best first */
  ranked: Ranked<Offer | Need>[]
}

/**
 * What fits a posting on the other side now: the candidates that the index proposes and those `known` already, without
 * those looked at `before`; read again and scored. Stores nothing.
 */
export async function rankOthers(
  posting: Offer | Need,
  { known, before }: { known: string[]; before: ReadonlySet<string> },
  { entityOf }: Posters,
  services: StepServices,
): Promise<Found> {
  const { search, clock } = services
  const now = clock.now()
  const barredFor = posting.side === 'offer' ? (posting.screening?.barredFor ?? []) : []
  const found = await findCandidates(search, posting, { now, limit: candidateLimit, barredFor, entityOf })
  const ids = [...new Set([...found, ...known])].filter((id) => !before.has(id))
  const candidates = await open(ids, posting, services, now)
  const rarity = rarityIn(search, otherSideOf(posting))
  return { ids, ranked: rankCandidates(posting, candidates, { now, rarity, entityOf }) }
}

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
