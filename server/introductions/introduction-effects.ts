import type { AccountStore } from '../accounts/account-store.ts'
import type { MatchStore } from '../matching/match-store.ts'
import type { Match, MatchSide } from '../matching/match.ts'
import type { NeedStore } from '../needs/need-store.ts'
import type { Notify } from '../notifications/notify.ts'
import type { OfferStore } from '../offers/offer-store.ts'
import type { OrganisationStore } from '../organisations/organisation-store.ts'
import type { PartnershipStore } from '../partnerships/partnership-store.ts'
import type { Effect } from '../records/effect.ts'
import { makePartnership } from './make-partnership.ts'
import type { MessageStore } from './messages/message-store.ts'
import type { ReadingStore } from './messages/reading-store.ts'
import { tellMessage } from './messages/tell-message.ts'
import type { QuestionStore } from './questions/question-store.ts'
import { tellAnswered, tellAsked, tellDeclined } from './questions/tell-questions.ts'
import { tellBothSides, tellOtherSide } from './tell-introductions.ts'

export interface IntroductionEffectServices {
  accounts: AccountStore
  offers: OfferStore
  needs: NeedStore
  organisations: OrganisationStore
  partnerships: PartnershipStore
  matches: MatchStore
  messages: MessageStore
  readings: ReadingStore
  questions: QuestionStore
  notify: Notify
}

type Happen = (data: Effect['data'], services: IntroductionEffectServices, now: Date) => Promise<void>
type Said = { by: MatchSide; occasion: string }

/** What follows the acts on introductions, by the kind of the effect; repeating one is harmless. */
export const introductionEffects: Partial<Record<string, Happen>> = {
  message: ({ messageId }, services, now) => tellMessage(String(messageId), services, now),
  'introduction-ending': ofMatch((match, said, services, now) =>
    tellOtherSide('introduction-ended', match, said, services, now),
  ),
  'introduction-agreement': ofMatch((match, said, services, now) =>
    tellOtherSide('agreement-proposed', match, said, services, now),
  ),
  'introduction-agreement-taken-back': ofMatch((match, said, services, now) =>
    tellOtherSide('agreement-taken-back', match, said, services, now),
  ),
  'introduction-partnership': ofMatch(async (match, { occasion }, services, now) => {
    await makePartnership(match, services, now)
    await tellBothSides('partnership-agreed', match, occasion, services, now)
  }),
  'question-asked': ({ questionId }, services, now) => tellAsked(String(questionId), services, now),
  'question-answered': ({ questionId }, services, now) => tellAnswered(String(questionId), services, now),
  'question-declined': ({ questionId }, services, now) => tellDeclined(String(questionId), services, now),
}

function ofMatch(
  happen: (match: Match, said: Said, services: IntroductionEffectServices, now: Date) => Promise<void>,
): Happen {
  return async ({ matchId, by, occasion }, services, now) => {
    const match = await services.matches.find(String(matchId))
    if (match) await happen(match, { by: by as MatchSide, occasion: String(occasion) }, services, now)
  }
}
