import type { TFunction } from 'i18next'
import type { Account } from '../accounts/account.ts'
import { needStatus, type Need } from '../needs/need.ts'
import type { NeedStore } from '../needs/need-store.ts'
import { offerStatus, type Offer } from '../offers/offer.ts'
import type { OfferStore } from '../offers/offer-store.ts'
import { paths } from '../paths.ts'
import { isRenewable } from '../postings/renewal.ts'
import { mayShow, ofIntroductions } from './may-show.ts'
import type { Notification, Sentence } from './notification.ts'

/** What a person reads of a notification: on the board, over the socket and through the API. */
export interface NotificationItem {
  id: string
  kind: string
  createdAt: Date
  readAt: Date | null
  title: string
  url: string
  offerId?: string
  needId?: string
  matchId?: string
  score?: number
  /** why it fits, in the reader's words */
  reason?: string
  /** where the posting that ends is renewed in one click */
  renewal?: string
}

interface Stores {
  offers: OfferStore
  needs: NeedStore
  /** puts a stored sentence into words */
  say(sentence: Sentence, t: TFunction, language: string): string
}

/** The language in which it is read. */
export interface Reader {
  t: TFunction
  language: string
}

/**
 * Reads again what the notifications are about: an offer that is no longer distributable keeps its row, so that
 * counts stay true, but says nothing of its content to anybody except the company itself and staff.
 */
export async function itemsOf(
  notifications: Notification[],
  account: Account,
  reader: Reader,
  { offers, needs, say }: Stores,
  now: Date,
): Promise<NotificationItem[]> {
  const [offerList, needList] = await Promise.all([
    offers.findMany(unique(notifications.map(({ offerId }) => offerId))),
    needs.findMany(unique(notifications.map(({ needId }) => needId))),
  ])
  const offerOf = new Map(offerList.map((offer) => [offer.id, offer]))
  const needOf = new Map(needList.map((need) => [need.id, need]))
  return notifications.map((notification) => {
    const offer = offerOf.get(notification.offerId ?? '')
    const need = needOf.get(notification.needId ?? '')
    const reasons = notification.because?.map((one) => say(one, reader.t, reader.language))
    return toItem(notification, reasons, { account, t: reader.t, offer, need, now })
  })
}

interface Seen {
  account: Account
  t: TFunction
  offer?: Offer
  need?: Need
  now: Date
}

function toItem(notification: Notification, reasons: string[] | undefined, seen: Seen): NotificationItem {
  const { id, kind, createdAt, readAt } = notification
  const base = { id, kind, createdAt, readAt }
  if (!mayShow(notification, seen))
    return { ...base, title: seen.t('notifications:lapsed'), url: paths.alerts() }
  const { offerId, needId, matchId, score } = notification
  return {
    ...base,
    title: titleOf(notification, seen),
    url: urlOf(notification),
    offerId,
    needId,
    matchId,
    score,
    ...(reasons && { reason: reasons.join('. ') }),
    ...renewalOf(notification, seen),
  }
}

/** As long as there is something to renew. */
function renewalOf({ kind }: Notification, { account, offer, need, now }: Seen) {
  const posting = offer ?? need
  if (!endings.includes(kind) || posting?.organisationId !== account.organisation.id) return {}
  const status =
    posting.side === 'offer' ? offerStatus(posting as Offer, now) : needStatus(posting as Need, now)
  return isRenewable(posting, status, now) ? { renewal: paths.renewal(posting) } : {}
}

const endings = ['standing-asked', 'posting-ending', 'posting-ended']

function titleOf({ kind, verdict, count }: Notification, { t, offer, need }: Seen): string {
  if (kind === 'join-answered') return t(`notifications:join-${verdict}`)
  const word = verdict ? t(`screening:verdict.${verdict}`) : ''
  return t(`notifications:${kind}`, {
    offer: offer?.title,
    need: need?.title,
    posting: (offer ?? need)?.title,
    verdict: word,
    count,
  })
}

function urlOf({ kind, matchId, offerId, needId, organisationId }: Notification): string {
  if (kind === 'join-asked' && organisationId) return paths.people({ id: organisationId })
  if (kind === 'join-answered') return paths.account()
  if (kind === 'import-matched') return paths.matches()
  if (kind === 'answers-due') return paths.answers()
  if (kind === 'offer-held' && offerId) return paths.screeningCase({ id: offerId })
  if (matchId && kind.startsWith('reservation-')) return paths.match({ id: matchId })
  if (matchId && ofIntroductions.includes(kind)) return paths.introduction({ id: matchId })
  if (matchId) return paths.match({ id: matchId })
  if (offerId) return paths.offer({ id: offerId })
  if (needId && kind.startsWith('question-')) return paths.questions({ id: needId })
  return needId ? paths.need({ id: needId }) : paths.alerts()
}

const unique = (ids: (string | undefined)[]): string[] => [...new Set(ids.filter((id) => id !== undefined))]
