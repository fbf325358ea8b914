import { traceOfNew } from '../../server/postings/posting-acts.ts'
import type { Services } from '../../server/services.ts'
import type { DemoInKind, DemoNeed, DemoOffer, DemoPosting } from './types.ts'
import { demoNeeds } from './needs/index.ts'
import { demoOffers } from './offers/index.ts'
import { demoId } from './demo-id.ts'

const day = 86_400_000
const minute = 60_000
const seeder = { id: 'demo', name: 'Demo set' }

/** The needs of the demo set that are posted on one of these days before the seeding. Seeding again adds none twice. */
export async function seedNeeds({ needs }: Services, now: Date, isOn: (daysAgo: number) => boolean) {
  const posted = demoNeeds.filter(({ postedDaysAgo }) => isOn(postedDaysAgo))
  const add = async (need: DemoNeed) => {
    const posting = toNeed(need, now)
    await needs.add(posting, [traceOfNew(seeder, posting, posting.createdAt)], `demo:${need.key}`)
  }
  await Promise.all(posted.map(add))
}

/**
 * The offers that are posted so many days before the seeding, a minute apart: a near-duplicate must find its
 * original posted before it. Seeding again adds none twice.
 */
export async function seedOffers({ offers }: Services, now: Date, daysAgo: number) {
  const posted = demoOffers.filter(({ postedDaysAgo }) => postedDaysAgo === daysAgo)
  const add = async (offer: DemoOffer, index: number) => {
    const at = new Date(now.getTime() - daysAgo * day - (posted.length - index) * minute)
    const posting = toOffer(offer, at, now)
    await offers.add(posting, [traceOfNew(seeder, posting, at)], `demo:${offer.key}`)
  }
  await Promise.all(posted.map(add))
}

function toNeed({ urgency, postedDaysAgo, state, ...posting }: DemoNeed, now: Date) {
  const posted = new Date(now.getTime() - postedDaysAgo * day)
  return {
    ...common(posting, posted, now),
    side: 'need' as const,
    urgency,
    publishedAt: state === 'draft' ? null : posted,
    partlyMetAt: null,
    metAt: null,
  }
}

function toOffer({ inKind, draft, ...offer }: DemoOffer, posted: Date, now: Date) {
  const { postedDaysAgo: _, withdrawnDaysAgo: _withdrawn, silent: _silent, taken: _taken, ...rest } = offer
  const { expectedVerdict: _verdict, expectedFrom: _from, decision: _decision, ...posting } = rest
  return {
    ...common(posting, posted, now),
    side: 'offer' as const,
    ...(inKind && { inKind: inKindOf(inKind, now) }),
    publishedAt: draft ? null : posted,
    reservedAt: null,
    fulfilledAt: null,
    screening: null,
    decision: null,
  }
}

function inKindOf({ shelfLifeDays, ...rest }: DemoInKind, now: Date) {
  return { ...rest, ...(shelfLifeDays && { shelfLifeUntil: inDays(now, shelfLifeDays) }) }
}

function common(
  { key, by, availableFromDays, availableUntilDays, sdgTargets = [], ...content }: DemoPosting,
  posted: Date,
  now: Date,
) {
  return {
    ...content,
    ...(availableFromDays !== undefined && { availableFrom: inDays(now, availableFromDays) }),
    ...(availableUntilDays !== undefined && { availableUntil: inDays(now, availableUntilDays) }),
    sdgTargets,
    id: demoId(key),
    organisationId: demoId(by),
    revision: 1,
    createdAt: posted,
    updatedAt: posted,
    withdrawnAt: null,
  }
}

const inDays = (now: Date, days: number): Date => new Date(now.getTime() + days * day)
