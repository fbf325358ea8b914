import type { Ranked } from '../matching/rank.ts'
import type { Need } from '../needs/need.ts'
import type { Offer } from '../offers/offer.ts'
import type { Screening } from '../screening/screening.ts'
import { unlessAway } from '../search/away.ts'
import { loadParties } from './parties.ts'
import { rankOthers } from './rank-others.ts'
import { screeningOf } from './screening-of.ts'
import type { StepServices } from './step-services.ts'

/** What would come of a posting if it were published now. */
export interface Foreseen {
  /** of an offer */
  screening?: Screening
  /** best first; `null` while the search server is away */
  matches: Ranked<Offer | Need>[] | null
}

export type Foresee = (posting: Offer | Need) => Promise<Foreseen>

/** Takes a posting the way of `process-offers.ts` and `process-needs.ts`, and leaves nothing behind. */
export function createForesee(services: StepServices): Foresee {
  const nobody = { known: [], before: new Set<string>() }
  return async (posting) => {
    const parties = await loadParties([{ posting }], services)
    if (posting.side === 'need')
      return { matches: await ranked(rankOthers(posting, nobody, parties, services)) }
    const screening = await screeningOf(posting, parties, services)
    const screened = { ...posting, screening }
    return { screening, matches: await ranked(rankOthers(screened, nobody, parties, services)) }
  }
}

const ranked = async (found: ReturnType<typeof rankOthers>) => (await unlessAway(found))?.ranked ?? null
