import { traceOfNew } from '../../server/postings/posting-acts.ts'
import type { Services } from '../../server/services.ts'
import type { DemoInKind, DemoNeed, DemoOffer, DemoPosting } from './types.ts'
import { demoNeeds } from './needs/index.ts'
import { demoOffers } from './offers/index.ts'
import { demoId } from './demo-id.ts'

const day = 86_400_000
const seeder = { id: 'demo', name: 'Demo set' }

/** The needs and offers of the demo set, each with a date that fits its state. Seeding again adds none twice. */
export async function seedPostings({ offers, needs }: Services, now: Date): Promise<void> {
  for (const need of demoNeeds) {
    const posting = toNeed(need, now)
    await needs.add(posting, [traceOfNew(seeder, posting, now)], `demo:${need.key}`)
  }
  // One by one and a second apart: a near-duplicate must find its original posted before it.
  for (const [index, offer] of demoOffers.entries()) {
    const posted = new Date(now.getTime() - (demoOffers.length - index) * 1_000)
    const posting = toOffer(offer, posted)
    await offers.add(posting, [traceOfNew(seeder, posting, now)], `demo:${offer.key}`)
  }
}

function toNeed({ urgency, postedDaysAgo, state, ...posting }: DemoNeed, now: Date) {
  const posted = new Date(now.getTime() - postedDaysAgo * day)
  const yesterday = new Date(now.getTime() - day)
  return {
    ...common(posting, posted, now),
    side: 'need' as const,
    urgency,
    publishedAt: state === 'draft' ? null : posted,
    partlyMetAt: state === 'partly-met' ? yesterday : null,
    metAt: state === 'met' ? yesterday : null,
    withdrawnAt: state === 'withdrawn' ? yesterday : null,
  }
}

function toOffer(
  { inKind, expectedVerdict: _, expectedFrom: __, decision: ___, ...posting }: DemoOffer,
  posted: Date,
) {
  return {
    ...common(posting, posted, posted),
    side: 'offer' as const,
    ...(inKind && { inKind: inKindOf(inKind, posted) }),
    publishedAt: posted,
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
