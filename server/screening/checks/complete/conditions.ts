import type { Offer } from '../../../offers/offer.ts'
import type { ContributionType } from '../../../vocabulary/contribution-types.ts'
import { reasonOf } from '../../reason.ts'
import type { Reason } from '../../screening.ts'
import { laterCosts, strings, waived } from '../../text/later-costs.ts'
import { plainMentions } from '../../text/mentions.ts'
import { readOffer } from '../../text/offer-text.ts'

const withLaterCosts: readonly ContributionType[] = ['in-kind-services', 'technology', 'expertise', 'access']
const amount =
  /[$€£¥₽]\s?\d|\d[\d\s.,]*\s?(?:[$€£¥₽%]|\p{L}{0,3}(?:usd|eur|gbp|chf|cny|dollar|euro|долл|руб|евро|دولار|يورو|美元|欧元|元))|(?:usd|eur|gbp|chf|cny)\s?\d/iu

/**
 * Costs after the gift. Silence counts as none; costs named without an amount are to be completed by the
 * company, costs with one are for a person to weigh.
 */
export function laterCostsOf(offer: Offer): { held: Reason[]; returned: Reason[] } {
  const words = offer.contributionTypes.some((type) => withLaterCosts.includes(type))
    ? plainMentions(readOffer(offer), laterCosts, [waived])
    : []
  if (words.length === 0) return { held: [], returned: [] }
  const facts = { words: words.join(', ') }
  return amount.test(offer.description)
    ? { held: [reasonOf('complete.later-costs-stated', facts, ['words'])], returned: [] }
    : { held: [], returned: [reasonOf('complete.later-costs', facts)] }
}

/** Money is given without a return; words of exchange raise a question. */
export function stringsOf(offer: Offer): Reason[] {
  if (!offer.contributionTypes.includes('cash')) return []
  const words = plainMentions(readOffer(offer), strings)
  return words.length > 0 ? [reasonOf('complete.strings', { words: words.join(', ') }, ['words'])] : []
}
