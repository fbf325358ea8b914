import type { FailingRecord } from '../records/due-work.ts'
import type { RestingEffect } from '../records/outbox-state.ts'
import type { Services } from '../services.ts'

export type HealthServices = Pick<
  Services,
  'offers' | 'needs' | 'organisations' | 'partnerships' | 'outbox' | 'mails' | 'indexing' | 'live' | 'clock'
>

export type WorkKind = 'offers' | 'needs' | 'organisations' | 'partnerships'

interface Backlog {
  kind: WorkKind
  records: number
  since: Date | null
}

/** A record whose processing failed, and of which kind it is. */
export type Failing = FailingRecord & { kind: WorkKind }

export interface Health {
  backlogs: Backlog[]
  failing: Failing[]
  effects: { outstanding: number; resting: RestingEffect[] }
  mails: { waiting: number; failing: number; since: Date | null }
  indexes: Awaited<ReturnType<Services['indexing']['summaries']>>
  searchUp: boolean
  listeners: number
}

/** So many of a kind of trouble say enough. */
const shown = 20

/** How everything stands that happens without anybody waiting for it. */
export async function healthOf(services: HealthServices): Promise<Health> {
  const { outbox, mails, indexing, live } = services
  const workers = workersOf(services)
  const backlogs = await Promise.all(
    workers.map(async ({ kind, waiting }) => ({ kind, ...(await waiting()) })),
  )
  const failing = await Promise.all(
    workers.map(async ({ kind, failed }) => (await failed(shown)).map((one) => ({ ...one, kind }))),
  )
  return {
    backlogs,
    failing: failing.flat().slice(0, shown),
    effects: { outstanding: await outbox.outstanding(), resting: await outbox.resting(shown) },
    mails: await mails.backlog(),
    indexes: await indexing.summaries(),
    searchUp: indexing.isUp(),
    listeners: live.listeners().length,
  }
}

/** Whatever failed and rests is tried at once. */
export async function tryAgain(services: HealthServices): Promise<void> {
  const { outbox, mails, clock } = services
  const now = clock.now()
  for (const { hurry } of workersOf(services)) await hurry(now)
  await outbox.hurry()
  await mails.hurry(now)
}

function workersOf({ offers, needs, organisations, partnerships }: HealthServices) {
  const posting = (kind: WorkKind, store: Services['offers'] | Services['needs']) => ({
    ...{ kind, waiting: () => store.backlog(), failed: (limit: number) => store.failing(limit) },
    hurry: (now: Date) => store.hurry(now),
  })
  const register = (kind: WorkKind, { work }: Services['organisations'] | Services['partnerships']) => ({
    ...{ kind, waiting: () => work.waiting(), failed: (limit: number) => work.failing(limit) },
    hurry: (now: Date) => work.hurry(now),
  })
  return [
    posting('offers', offers),
    posting('needs', needs),
    register('organisations', organisations),
    register('partnerships', partnerships),
  ]
}
