import { isDistributable, type Offer, verdictOf } from '../offers/offer.ts'
import type { Claimed } from '../postings/posting-work.ts'
import { isSameScreening } from '../screening/screening.ts'
import { askForAnswers } from './ask-for-answers.ts'
import { offerInputs } from './inputs.ts'
import { indexPostings } from './posting-index.ts'
import { matchAndTell } from './match-and-tell.ts'
import { loadParties, type Parties } from './parties.ts'
import { runSteps } from './run-steps.ts'
import { screeningOf } from './screening-of.ts'
import type { StepServices } from './step-services.ts'
import { tellRules } from './tell-rules.ts'

type Work = Claimed<Offer>

/** An offer's way: screened, indexed, matched with what the index holds now and once it has confirmed the offer. */
export async function processOffers(claimed: Work[], services: StepServices): Promise<void> {
  if (claimed.length === 0) return
  const { offers } = services
  const parties = await loadParties(claimed, services)
  const inputs = offerInputs(await services.watchlists.current())
  await runSteps(claimed, offers, services, inputs, {
    prepare: (work) => screen(work, parties, services),
    index: async (works) => {
      const postings = works.map(({ posting }) => posting)
      await lookAtCompanies(postings, services)
      return indexPostings('offers', postings, parties, services)
    },
    match: (work, before) =>
      isDistributable(work.posting, services.clock.now())
        ? matchAndTell(work, before, parties, services)
        : Promise.resolve(before),
    async tell(work) {
      const now = services.clock.now()
      await askForAnswers(work.posting, services, now)
      if (isDistributable(work.posting, now)) await tellRules(work, services)
    },
  })
}

/** Screens the revision that was claimed; `null` if an act came in between, which made it due again. */
async function screen(work: Work, parties: Parties, services: StepServices): Promise<Work | null> {
  const { posting } = work
  if (posting.withdrawnAt) return work
  const found = await screeningOf(posting, parties, services)
  const screening = posting.screening && isSameScreening(posting.screening, found) ? posting.screening : found
  if (!(await services.offers.record(work, { screening }))) return null
  const screened = { ...work, posting: { ...posting, screening } }
  if (!work.quiet) await tellScreening(screened.posting, services)
  return screened
}

/** Whether everybody may find a company depends on its offers. */
async function lookAtCompanies(offers: Offer[], { organisations, clock }: StepServices): Promise<void> {
  await organisations.work.markDue([...new Set(offers.map((offer) => offer.organisationId))], clock.now())
}

async function tellScreening(offer: Offer, { notify, clock }: StepServices): Promise<void> {
  const { id: offerId, revision, decision } = offer
  const verdict = verdictOf(offer)
  if (!verdict || decision?.revision === revision) return
  await notify({ kind: 'offer-screened', offerId, revision, verdict }, clock.now())
  if (verdict === 'held') await notify({ kind: 'offer-held', offerId, revision }, clock.now())
}
