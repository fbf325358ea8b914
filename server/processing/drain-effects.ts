import type { MatchSide } from '../matching/match.ts'
import type { MatchStore } from '../matching/match-store.ts'
import type { Notify } from '../notifications/notify.ts'
import type { SingleEvent } from '../notifications/recipients.ts'
import type { OfferStore } from '../offers/offer-store.ts'
import type { AuditStore } from '../records/audit-store.ts'
import type { Effect } from '../records/effect.ts'
import type { Outbox } from '../records/outbox.ts'

export interface DrainServices {
  outbox: Outbox
  audits: AuditStore
  offers: OfferStore
  matches: MatchStore
  notify: Notify
}

/** Makes the pending effects of acts happen; returns how many records had some. Repeating it is harmless. */
export async function drainEffects(services: DrainServices, now: Date): Promise<number> {
  const pending = await services.outbox.pending(now)
  for (const record of pending) {
    for (const effect of record.effects) await happen(effect, services, now)
    await services.outbox.drained(record)
  }
  return pending.length
}

async function happen(effect: Effect, services: DrainServices, now: Date): Promise<void> {
  const { audits, notify, offers } = services
  switch (effect.kind) {
    case 'audit':
      return audits.add(effect)
    case 'notify':
      return notify(effect.data as unknown as SingleEvent, now)
    case 'interest':
      return tellInterest(String(effect.data.matchId), effect.data.by as MatchSide, services, now)
    case 'organisation-changed':
      return offers.markDueOf(String(effect.data.organisationId), now)
    default:
      throw new Error(`Nobody knows the effect ${effect.kind}`)
  }
}

/** Looks at the match as it is now: of two interests shown at once each would have missed the other. */
async function tellInterest(
  matchId: string,
  by: MatchSide,
  { matches, notify }: DrainServices,
  now: Date,
): Promise<void> {
  const match = await matches.find(matchId)
  if (!match) return
  const refs = { matchId, offerId: match.offerId, needId: match.needId }
  const mutual = match.interest.offer && match.interest.need
  return notify(mutual ? { kind: 'match-introduced', ...refs } : { kind: 'interest-shown', ...refs, by }, now)
}
