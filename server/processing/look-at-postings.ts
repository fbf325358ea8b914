import type { Clock } from '../connections/clock.ts'
import type { NeedStore } from '../needs/need-store.ts'
import { needStatus, type Need } from '../needs/need.ts'
import type { SingleEvent } from '../notifications/recipients.ts'
import { told } from '../notifications/told.ts'
import type { OfferStore } from '../offers/offer-store.ts'
import { offerStatus, type Offer } from '../offers/offer.ts'
import { dueLook, nextLookAt, type Look } from '../postings/look.ts'
import { trace } from '../postings/posting-acts.ts'
import type { DueLook, Looked } from '../postings/posting-looks-work.ts'

interface LookServices {
  offers: Pick<OfferStore, 'dueLooks' | 'looked'>
  needs: Pick<NeedStore, 'dueLooks' | 'looked'>
  clock: Clock
}

const batch = 100
const calendar = { id: 'calendar', name: 'Concord' }

/** Asks about standing offers, and warns of postings that end; returns how many it looked at. */
export async function lookAtPostings({ offers, needs, clock }: LookServices): Promise<number> {
  const now = clock.now()
  const dueOffers = await offers.dueLooks(now, batch)
  for (const due of dueOffers) await offers.looked(due, lookedAt(due, now), now)
  const dueNeeds = await needs.dueLooks(now, batch)
  for (const due of dueNeeds) await needs.looked(due, lookedAt(due, now), now)
  return dueOffers.length + dueNeeds.length
}

function lookedAt({ posting, lookAt }: DueLook<Offer | Need>, now: Date): Looked {
  const look = dueLook(posting, lookAt, now)
  if (!look) return { effects: [], next: nextLookAt(posting, now) }
  if (!concerns(look, posting, now))
    return { effects: [], next: look.kind === 'ask' ? undefined : nextLookAt(posting, now) }
  const news = told(eventOf(look, posting, now), now)
  if (look.kind !== 'ask') return { effects: [news], next: nextLookAt(posting, now) }
  const asked = { askedAt: now }
  const effects = [trace(calendar, 'ask', posting, asked, now), news]
  return { effects, next: nextLookAt({ ...posting, ...asked }, now), ...asked }
}

/** Nobody is asked about or warned of the end of what was taken up or refused. */
function concerns({ kind }: Look, posting: Offer | Need, now: Date): boolean {
  const status = posting.side === 'offer' ? offerStatus(posting, now) : needStatus(posting, now)
  return kind === 'ended' ? status === 'expired' : !['refused', 'fulfilled', 'met'].includes(status)
}

function eventOf(look: Look, { id, side }: Offer | Need, now: Date): SingleEvent {
  const about = side === 'offer' ? { offerId: id } : { needId: id }
  if (look.kind === 'ask') return { kind: 'standing-asked', offerId: id, asked: now.toISOString() }
  const end = look.end.toISOString()
  if (look.kind === 'ended') return { kind: 'posting-ended', end, ...about }
  return { kind: 'posting-ending', end, count: look.days, ...about }
}
