import { isAsking, type Need } from '../needs/need.ts'
import type { Claimed } from '../postings/posting-work.ts'
import { needInputs } from './inputs.ts'
import { indexPostings } from './posting-index.ts'
import { matchAndTell } from './match-and-tell.ts'
import { loadPosters } from './parties.ts'
import { runSteps } from './run-steps.ts'
import type { StepServices } from './step-services.ts'
import { tellRules } from './tell-rules.ts'

/** A need's way: indexed, and matched while it still asks for something. */
export async function processNeeds(claimed: Claimed<Need>[], services: StepServices): Promise<void> {
  if (claimed.length === 0) return
  const posters = await loadPosters(claimed, services)
  await runSteps(claimed, services.needs, services, needInputs(), {
    prepare: async (work) => work,
    index: (works) =>
      indexPostings(
        'needs',
        works.map(({ posting }) => posting),
        posters,
        services,
      ),
    match: (work, before) =>
      isAsking(work.posting, services.clock.now())
        ? matchAndTell(work, before, posters, services)
        : Promise.resolve(before),
    async tell(work) {
      if (isAsking(work.posting, services.clock.now())) await tellRules(work, services)
    },
  })
}
