import { offerStatus } from '../../server/offers/offer.ts'
import { apply, renew, withdraw } from '../../server/postings/post.ts'
import { decideOffer } from '../../server/screening/decide-offer.ts'
import type { Services } from '../../server/services.ts'
import { authorOf } from './author.ts'
import { demoId } from './demo-id.ts'
import { deskOf } from './desk.ts'
import { demoOffers } from './offers/index.ts'
import { personNamed } from './people.ts'
import type { DemoOffer } from './types.ts'

/** Days that an officer of the demo takes for a held offer. */
const decisionTakes = 1

/** Days before the seeding on which something becomes of an offer. */
export const daysOfOffer = ({ postedDaysAgo, withdrawnDaysAgo, decision, taken }: DemoOffer): number[] =>
  [postedDaysAgo, decision && postedDaysAgo - decisionTakes, taken?.daysAgo, withdrawnDaysAgo].filter(
    (day) => day !== undefined,
  )

/** What became of the offers so many days before the seeding. Done again it changes nothing. */
export async function seedOfferLives(services: Services, daysAgo: number): Promise<void> {
  const decided = demoOffers.filter(({ postedDaysAgo }) => postedDaysAgo - decisionTakes === daysAgo)
  for (const demo of decided) await decide(demo, services)
  for (const demo of demoOffers.filter(({ taken }) => taken?.daysAgo === daysAgo)) await take(demo, services)
  const withdrawn = demoOffers.filter(({ withdrawnDaysAgo }) => withdrawnDaysAgo === daysAgo)
  for (const demo of withdrawn) await takeBack(demo, services)
}

async function decide({ key, decision }: DemoOffer, services: Services): Promise<void> {
  const { offers, clock } = services
  const offer = decision && (await offers.find(demoId(key)))
  if (!offer || offerStatus(offer, clock.now()) !== 'held') return
  const screener = await personNamed('screener', services)
  const word = { verdict: decision.outcome, reason: decision.reason }
  await decideOffer(offer, word, screener, { offers, ...deskOf(services) })
}

async function take({ key, taken }: DemoOffer, services: Services): Promise<void> {
  const { offers, clock } = services
  const offer = await offers.find(demoId(key))
  if (!offer || !taken || offer.fulfilledAt || offer.reservedAt) return
  const change = taken.as === 'fulfilled' ? { fulfilledAt: clock.now() } : { reservedAt: clock.now() }
  await apply(taken.as, offer, change, await authorOf(offer, services), {
    store: offers,
    ...deskOf(services),
  })
}

async function takeBack({ key }: DemoOffer, services: Services): Promise<void> {
  const { offers } = services
  const offer = await offers.find(demoId(key))
  if (!offer || offer.withdrawnAt) return
  await withdraw(offer, await authorOf(offer, services), { store: offers, ...deskOf(services) })
}

/** The companies of standing offers that were asked say that these still stand, but for the silent ones. */
export async function confirmStanding(services: Services): Promise<void> {
  const { offers, clock } = services
  const standing = demoOffers.filter(({ availableUntilDays, silent }) => !availableUntilDays && !silent)
  const asked = (await offers.findMany(standing.map(({ key }) => demoId(key)))).filter((one) => one.askedAt)
  for (const offer of asked) {
    const status = offerStatus(offer, clock.now())
    if (offer.withdrawnAt || status === 'fulfilled') continue
    await renew(offer, status, await authorOf(offer, services), { store: offers, ...deskOf(services) })
  }
}
