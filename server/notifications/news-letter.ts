import type { TFunction } from 'i18next'
import type { AccountStore } from '../accounts/account-store.ts'
import type { Clock } from '../connections/clock.ts'
import type { LinkKeys } from '../mail/link-keys.ts'
import type { Letter, Mail } from '../mail/mail.ts'
import type { NeedStore } from '../needs/need-store.ts'
import type { OfferStore } from '../offers/offer-store.ts'
import { paths } from '../paths.ts'
import { itemsOf } from './notification-item.ts'
import type { Sentence } from './notification.ts'
import type { NotificationStore } from './notification-store.ts'

interface NewsServices {
  accounts: AccountStore
  notifications: NotificationStore
  offers: OfferStore
  needs: NeedStore
  say(sentence: Sentence, t: TFunction, language: string): string
  keys: LinkKeys
  baseUrl: string
  clock: Clock
}

/** What a letter names; the rest stands on the alerts page. */
const mostItems = 20

/**
 * The letter about what was not read, from what the database says when it leaves, by the same path as the board and
 * the socket: what was read meanwhile, or may no longer be shown, is left out, and where nothing is left none goes.
 */
export async function newsLetter(
  { about, values, language }: Mail,
  t: TFunction,
  services: NewsServices,
): Promise<Letter | null> {
  const { accounts, notifications, keys, baseUrl, clock } = services
  const { accountId, ids } = about as { accountId: string; ids: string[] }
  const account = await accounts.find(accountId)
  if (!account || account.mailPreference === 'never') return null
  const unread = await notifications.unreadAmong(accountId, ids)
  const items = (await itemsOf(unread, account, { t, language }, services, clock.now())).filter(
    ({ title }) => title !== t('notifications:lapsed'),
  )
  const [first] = items
  if (!first) return null
  const subject = t(items.length > 1 ? 'mail:news.subject-more' : 'mail:news.subject', { title: first.title })
  const end = `${baseUrl}${paths.unsubscribing(accountId, keys.tokenOf('unsubscribe', accountId))}`
  const rest = items.length > mostItems ? [t('mail:news.also')] : []
  return {
    subject,
    paragraphs: [...(t('mail:news.text', { ...values, returnObjects: true }) as string[]), ...rest],
    items: items.slice(0, mostItems).map(({ title, url, reason }) => ({
      ...{ title, href: `${baseUrl}${url}`, text: reason },
    })),
    action: { href: `${baseUrl}${paths.alerts()}`, text: t('mail:news.action') },
    why: t('mail:news.why'),
    unsubscribe: { href: end, text: t('mail:news.unsubscribe') },
    oneClick: end,
  }
}
