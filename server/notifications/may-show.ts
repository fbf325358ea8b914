import type { Account } from '../accounts/account.ts'
import { entityOf, isStaff } from '../accounts/permission.ts'
import { isAsking, isPublic, type Need } from '../needs/need.ts'
import { isDistributable, type Offer } from '../offers/offer.ts'
import type { Notification, NotificationKind } from './notification.ts'

interface Subject {
  account: Account
  offer?: Offer
  need?: Need
  now: Date
}

/** What is told in the place where two sides meet; they may read it whatever became of the postings. */
export const ofIntroductions: NotificationKind[] = [
  'match-introduced',
  'message-arrived',
  'introduction-ended',
  'agreement-proposed',
  'agreement-taken-back',
  'partnership-agreed',
  'reservation-made',
  'reservation-confirmed',
  'reservation-released',
  'reservation-lapsing',
  'reservation-lapsed',
]
const ofQuestions: NotificationKind[] = ['question-asked', 'question-answered', 'question-declined']

/** Whether a notification may say what it is about, by its postings as they are now. */
export function mayShow(
  { kind, offerId, needId }: Notification,
  { account, offer, need, now }: Subject,
): boolean {
  const { organisation } = account
  const ownOffer = offer?.organisationId === organisation.id
  const ownNeed =
    need !== undefined && [organisation.id, entityOf(organisation)].includes(need.organisationId)
  if (ofIntroductions.includes(kind) && (ownOffer || ownNeed)) return true
  if (ofQuestions.includes(kind)) return ownNeed || (need !== undefined && isPublic(need, now))
  if (offerId && !ownOffer && !isStaff(account) && !(offer && isDistributable(offer, now))) return false
  return !needId || organisation.kind !== 'company' || (need !== undefined && isAsking(need, now))
}
