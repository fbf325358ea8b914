import type { Account } from '../accounts/account.ts'
import { told } from '../notifications/told.ts'
import type { Offer } from '../offers/offer.ts'
import type { OfferStore } from '../offers/offer-store.ts'
import { trace } from '../postings/posting-acts.ts'
import { conflict, forbidden, invalid } from '../web/problem.ts'
import { decide, DecisionRefused, shortestReason, type DecisionRefusal } from './decide.ts'
import type { Decision } from './screening.ts'

export interface DecisionDesk {
  offers: Pick<OfferStore, 'change'>
  wake(): void
  now(): Date
}

/**
 * An officer's word on a held offer: one write carries the decision, its trace and the news for the company; then
 * the processing distributes the offer or takes it off. Throws a conflict where the offer is no longer as it was
 * read, `forbidden` on an offer of the officer's own organisation.
 */
export async function decideOffer(
  offer: Offer,
  word: Pick<Decision, 'verdict' | 'reason'>,
  account: Account,
  { offers, wake, now: clock }: DecisionDesk,
): Promise<Offer> {
  const now = clock()
  const decision = decisionOn(offer, word, account, now)
  const { id: offerId, revision } = offer
  const news = told({ kind: 'offer-decided', offerId, revision, verdict: decision.verdict }, now)
  const effects = [trace(account, 'decide', offer, { decision }, now), news]
  const decided = await offers.change(offer, { decision }, effects, now)
  if (!decided) throw refusals['not-held']()
  wake()
  return decided
}

function decisionOn(
  offer: Offer,
  word: Pick<Decision, 'verdict' | 'reason'>,
  { id: accountId, name, organisation }: Account,
  now: Date,
): Decision {
  try {
    return decide(offer, word, { accountId, name, organisationId: organisation.id }, now)
  } catch (error) {
    throw error instanceof DecisionRefused ? refusals[error.refusal]() : error
  }
}

const refusals: Record<DecisionRefusal, () => Error> = {
  'not-held': () => conflict('This offer is not held any more: somebody decided, or it has changed.'),
  'own-organisation': () => forbidden('Nobody decides on an offer of the own organisation.'),
  'no-reason': () => invalid([{ field: 'reason', message: `Write at least ${shortestReason} characters.` }]),
}
