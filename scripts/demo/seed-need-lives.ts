import { meet } from '../../server/needs/meet.ts'
import { isAsking } from '../../server/needs/need.ts'
import { apply, withdraw } from '../../server/postings/post.ts'
import type { Services } from '../../server/services.ts'
import { authorOf } from './author.ts'
import { demoId } from './demo-id.ts'
import { deskOf } from './desk.ts'
import { demoNeeds } from './needs/index.ts'
import type { DemoNeed } from './types.ts'

/** What became of the needs, each when half of its days until the seeding had passed. */
export async function seedNeedLives(services: Services, isOn: (daysAgo: number) => boolean): Promise<void> {
  const changed = ['partly-met', 'met', 'withdrawn']
  const turning = demoNeeds.filter(
    ({ state, postedDaysAgo }) => changed.includes(state) && isOn(postedDaysAgo / 2),
  )
  for (const demo of turning) await turn(demo, services)
}

async function turn({ key, state }: DemoNeed, services: Services): Promise<void> {
  const { needs, clock } = services
  const need = await needs.find(demoId(key))
  if (!need || !isAsking(need, clock.now()) || need.partlyMetAt) return
  const author = await authorOf(need, services)
  const desk = { store: needs, ...deskOf(services) }
  if (state === 'withdrawn') await withdraw(need, author, desk)
  else if (state === 'met') await meet(need, author, desk)
  else await apply('meet-in-part', need, { partlyMetAt: clock.now() }, author, desk)
}
