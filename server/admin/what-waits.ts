import { offerStatus, type Offer } from '../offers/offer.ts'
import { paths } from '../paths.ts'
import type { Services } from '../services.ts'
import type { Health } from './processing-health.ts'

/** Days in which a held offer should have its decision. */
export const decisionDays = 7
const day = 86_400_000
/** Seconds that a record may wait for the search index. */
const longestLag = 60

export const concerns = ['held', 'overdue', 'effects', 'failing', 'mails', 'index', 'stale'] as const
type Concern = (typeof concerns)[number]

/** Something that an administrator may have to look after; nothing is wrong while `count` is 0, but for `held`. */
export interface Waits {
  concern: Concern
  count: number
  href: string
}

export async function whatWaits(
  { offers }: Pick<Services, 'offers'>,
  health: Health,
  now: Date,
): Promise<Waits[]> {
  const held = (await offers.everHeld()).filter((offer) => offerStatus(offer, now) === 'held')
  const counts: Record<Concern, number> = {
    held: held.length,
    overdue: held.filter((offer) => isOverdue(offer, now)).length,
    effects: health.effects.resting.length,
    failing: health.failing.length,
    mails: health.mails.failing,
    index: health.indexes.filter(({ oldestSeconds }) => oldestSeconds > longestLag).length,
    stale: health.indexes.reduce((sum, { staleHits }) => sum + staleHits, 0),
  }
  return concerns.map((concern) => ({
    concern,
    count: counts[concern],
    href: concern === 'held' || concern === 'overdue' ? paths.screening() : paths.adminProcessing(),
  }))
}

const isOverdue = ({ screening }: Offer, now: Date): boolean =>
  screening !== null && now.getTime() - screening.at.getTime() > decisionDays * day
