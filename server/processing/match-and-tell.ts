import type { Need } from '../needs/need.ts'
import type { Offer } from '../offers/offer.ts'
import type { Claimed } from '../postings/posting-work.ts'
import { matchPosting } from './match-posting.ts'
import type { Posters } from './parties.ts'
import type { StepServices } from './step-services.ts'
import { tellMatches } from './tell-matches.ts'

/** One look of a posting at the other side: what it newly finds is stored and told, the best to each person first. */
export async function matchAndTell(
  work: Claimed<Offer | Need>,
  before: ReadonlySet<string>,
  posters: Posters,
  services: StepServices,
): Promise<ReadonlySet<string>> {
  const { matches, considered } = await matchPosting(work.posting, before, posters, services)
  await tellMatches(work, matches, services)
  return considered
}
