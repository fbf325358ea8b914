import type { Account } from '../../server/accounts/account.ts'
import { matchesFor } from '../../server/matching/match-access.ts'
import { dismiss, showInterest } from '../../server/matching/match-acts.ts'
import { verdictOf } from '../../server/offers/offer.ts'
import { decideOffer } from '../../server/screening/decide-offer.ts'
import type { Services } from '../../server/services.ts'
import { demoId } from './demo-id.ts'
import { demoOffers } from './offers/index.ts'

/** What people of the demo did already: decisions on held offers, interest, an introduction, a dismissal. */
export async function seedActs(services: Services): Promise<void> {
  const { accounts, offers, matches, processing, clock } = services
  const act = { wake: processing.wake, now: () => clock.now() }
  const named = (name: string) => accounts.find(demoId(`${name}@demo.example`)) as Promise<Account>
  const list = async (name: string) => matchesFor(await named(name), services, clock.now()).list()

  const screener = await named('screener')
  for (const { key, decision } of demoOffers) {
    const offer = decision && (await offers.find(demoId(key)))
    if (!offer || verdictOf(offer) !== 'held') continue
    const { outcome: verdict, reason } = decision
    await decideOffer(offer, { verdict, reason }, screener, { offers, ...act })
  }

  // Best first, in an order that acting does not change: said again after a crash, each word is the same one.
  const [first, second] = await list('company')
  const desk = { matches, ...act }
  if (first) await showInterest({ ...first, side: 'offer' }, await named('company'), desk)
  if (second) await dismiss({ ...second, side: 'offer' }, 'wrong-time', await named('company'), desk)
  const answered = (await list('office')).find(({ match }) => match.id === first?.match.id)
  if (answered) await showInterest({ ...answered, side: 'need' }, await named('office'), desk)
}
