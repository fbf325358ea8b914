import type { Need } from '../needs/need.ts'
import type { AlertRule } from '../notifications/alert-rule.ts'
import { rulesThatHear } from '../notifications/rules-that-hear.ts'
import type { Offer } from '../offers/offer.ts'
import type { Claimed } from '../postings/posting-work.ts'
import type { StepServices } from './step-services.ts'

/** More than this an alert does not name. */
const mostNamed = 3

/** Tells those whose alert rules a posting fits, whether or not it matches anything, naming the rules. */
export async function tellRules(
  { posting, quiet }: Claimed<Offer | Need>,
  { alertRules, notify, search, clock }: StepServices,
): Promise<void> {
  if (quiet) return
  const listening = (await alertRules.live(posting.side)).filter((rule) => !rule.minScore)
  const hearing = await rulesThatHear(listening, posting, search)
  const about = posting.side === 'offer' ? { offerId: posting.id } : { needId: posting.id }
  const arrival = `${posting.side}:${posting.id}`
  for (const accountId of new Set(hearing.map((rule) => rule.accountId))) {
    const because = hearing
      .filter((rule) => rule.accountId === accountId)
      .slice(0, mostNamed)
      .map(named)
    await notify({ kind: 'posting-fits', arrival, accountId, because, ...about }, clock.now())
  }
}

const named = ({ name }: AlertRule) => ({ key: 'notifications:by-rule', values: { rule: name } })
