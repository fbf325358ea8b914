import { interestAnswers } from '../answers/interest-answers.ts'
import type { AnswerStore } from '../answers/answer-store.ts'
import type { Log } from '../connections/log.ts'
import { tellEngaged } from '../introductions/engaged/tell-engaged.ts'
import {
  introductionEffects,
  type IntroductionEffectServices,
} from '../introductions/introduction-effects.ts'
import type { Mail } from '../mail/mail.ts'
import type { Postman } from '../mail/postman.ts'
import type { MatchSide, WordKind } from '../matching/match.ts'
import type { MatchStore } from '../matching/match-store.ts'
import { newsOf } from '../matching/news.ts'
import type { Notify } from '../notifications/notify.ts'
import type { SingleEvent } from '../notifications/recipients.ts'
import type { NeedStore } from '../needs/need-store.ts'
import type { OfferStore } from '../offers/offer-store.ts'
import type { AuditStore } from '../records/audit-store.ts'
import type { Effect } from '../records/effect.ts'
import type { Outbox, Pending } from '../records/outbox.ts'
import { problemIn } from '../records/problem-in.ts'
import { followStanding } from './follow-standing.ts'
import type { InvitationStore } from '../registration/invitation-store.ts'
import { enterInvited } from '../registration/invite.ts'
import { enter, type Entry } from '../registration/confirm.ts'
import { releaseWithIntroduction } from '../reservations/release-with-introduction.ts'
import { supplyNeed } from '../reservations/supply-need.ts'
import { askNext } from './ask-for-answers.ts'

export interface DrainServices extends Entry, IntroductionEffectServices {
  postman: Postman
  invitations: InvitationStore
  outbox: Outbox
  audits: AuditStore
  offers: OfferStore
  needs: NeedStore
  matches: MatchStore
  answers: AnswerStore
  notify: Notify
  log: Log
}

/** Makes the pending effects of acts happen; returns of how many records some did. Repeating it is harmless. */
export async function drainEffects(services: DrainServices, now: Date): Promise<number> {
  const { outbox } = services
  let records = 0
  for (const record of await outbox.pending(now)) {
    const happened = await tryEach(record, services, now)
    if (happened.length === 0) continue
    await outbox.drained({ ...record, effects: happened })
    records++
  }
  return records
}

/** The effects that happened; one that fails stays with its record for a later try and keeps none from happening. */
async function tryEach(record: Pending, services: DrainServices, now: Date): Promise<Effect[]> {
  const happened: Effect[] = []
  for (const effect of record.effects) {
    try {
      await happen(effect, services, now)
      happened.push(effect)
    } catch (error) {
      const which = { record: record.id, effect: effect.kind }
      services.log.warn({ err: error, ...which }, 'an effect failed and is tried again later')
      await services.outbox.postpone(record, effect, now, problemIn(error))
    }
  }
  return happened
}

async function happen(effect: Effect, services: DrainServices, now: Date): Promise<void> {
  const { audits, notify, offers } = services
  switch (effect.kind) {
    case 'audit':
      return audits.add(effect)
    case 'notify':
      return notify(effect.data as unknown as SingleEvent, now)
    case 'mail':
      return services.postman.post({ id: effect.id, ...effect.data } as Mail)
    case 'registered':
      return enterRegistered(String(effect.data.registrationId), services)
    case 'invited': {
      const invitation = await services.invitations.find(String(effect.data.invitationId))
      return invitation ? enterInvited(invitation, services) : undefined
    }
    case 'interest':
    case 'dismissal':
      return tellWord(effect.kind, effect.data, services, now)
    case 'need-supplied':
      return supplyNeed(String(effect.data.needId), services, now)
    case 'answer-passed-on':
      return askNext(effect.data, services, now)
    case 'organisation-changed':
      await services.organisations.markFamilyDue(String(effect.data.organisationId), now)
      return offers.markDueOf(String(effect.data.organisationId), now)
    case 'organisation-standing':
      return followStanding(String(effect.data.organisationId), services, now)
    case 'organisation-added':
      return services.organisations.markFamilyDue(String(effect.data.organisationId), now)
    default:
      return happenInIntroduction(effect, services, now)
  }
}

async function enterRegistered(registrationId: string, services: DrainServices): Promise<void> {
  const registration = await services.registrations.find(registrationId)
  if (registration) await enter(registration, services)
}

async function happenInIntroduction(effect: Effect, services: DrainServices, now: Date): Promise<void> {
  const happenNow = introductionEffects[effect.kind]
  if (!happenNow) throw new Error(`Nobody knows the effect ${effect.kind}`)
  await happenNow(effect.data, services, now)
  if (effect.kind === 'introduction-ending')
    await releaseWithIntroduction(String(effect.data.matchId), services, now)
}

async function tellWord(
  word: WordKind,
  { matchId, by }: Effect['data'],
  services: DrainServices,
  now: Date,
): Promise<void> {
  const match = await services.matches.find(String(matchId))
  const news = match && newsOf(word, by as MatchSide, match)
  if (news) await services.notify(news, now)
  if (word === 'dismissal') await releaseWithIntroduction(String(matchId), services, now)
  if (!match || word !== 'interest' || by !== 'need') return
  await interestAnswers(match, services)
  await tellEngaged(match, services, now)
}
