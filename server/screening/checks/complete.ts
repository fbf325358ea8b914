import type { Offer } from '../../offers/offer.ts'
import type { Organisation } from '../../organisations/organisation.ts'
import { findingOf } from '../finding.ts'
import { reasonOf } from '../reason.ts'
import type { ScreeningContext } from '../screening-context.ts'
import type { Finding } from '../screening.ts'
import { laterCostsOf, stringsOf } from './complete/conditions.ts'
import { goodsLack } from './complete/goods.ts'

/** Characters below which a description says nothing; imported postings can fall short. */
const shortestDescription = 20

/** Whether the offer states what its kind of contribution needs. */
export function complete(offer: Offer, _company: Organisation, { now }: ScreeningContext): Finding {
  const costs = laterCostsOf(offer)
  const isGoods = offer.contributionTypes.includes('in-kind-goods')
  return findingOf('complete', {
    held: [...costs.held, ...stringsOf(offer)],
    returned: [
      ...(offer.description.trim().length < shortestDescription ? [reasonOf('complete.description')] : []),
      ...(isGoods ? goodsLack(offer, now) : []),
      ...costs.returned,
    ],
    cleared: [reasonOf('complete.stated', { types: offer.contributionTypes.join(', ') })],
  })
}
