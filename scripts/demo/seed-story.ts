import type { Services } from '../../server/services.ts'
import { demoActs } from './acts.ts'
import { demoOffers } from './offers/index.ts'
import { demoId } from './demo-id.ts'
import { demoCounterparts, demoGuides, emailOf } from './people.ts'
import { seedActs } from './seed-acts.ts'
import { seedQuestions } from './seed-questions.ts'
import { confirmStanding, daysOfOffer, seedOfferLives } from './seed-offer-lives.ts'
import { seedNeedLives } from './seed-need-lives.ts'
import { seedNeeds, seedOffers } from './seed-postings.ts'

const day = 86_400_000
/** What people were told up to this day they have read. */
const readUntil = 13
const lastId = 'f'.repeat(24)

/** Days before the seeding on which something happens, the earliest first; the last is the day of the seeding. */
const days = [
  ...new Set([...demoOffers.flatMap(daysOfOffer), ...demoActs.map(({ daysAgo }) => daysAgo), 0]),
].sort((a, b) => b - a)

/**
 * The year before the seeding, day by day, each with what was posted and done on it, so that everything is screened,
 * matched and told when it was. After a crash the rest is told in the present: what is on record already would lie
 * in the future of the past.
 */
export async function seedStory(services: Services, now: Date, isFirstTry: boolean): Promise<void> {
  const { clock, processing } = services
  try {
    for (const [index, daysAgo] of days.entries()) {
      if (isFirstTry) clock.setTo(new Date(now.getTime() - daysAgo * day))
      const dayBefore = days[index - 1] ?? Infinity
      const isSince = (day: number) => day >= daysAgo && day < dayBefore
      await seedNeeds(services, now, isSince)
      await seedOffers(services, now, daysAgo)
      await processing.settled()
      await seedOfferLives(services, daysAgo)
      await seedNeedLives(services, isSince)
      await seedActs(services, daysAgo)
      await seedQuestions(services, daysAgo)
      await processing.settled()
      if (!isFirstTry || daysAgo === 0) continue
      await confirmStanding(services)
      if (daysAgo === readUntil) await readInboxes(services)
    }
  } finally {
    clock.comeBack()
  }
}

async function readInboxes({ notifications, clock }: Services): Promise<void> {
  const people = [...demoGuides, ...demoCounterparts].map((person) => demoId(emailOf(person)))
  await Promise.all(people.map((id) => notifications.readAll(id, lastId, clock.now())))
}
