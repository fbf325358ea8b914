import type { TFunction } from 'i18next'
import type { Account } from '../accounts/account.ts'
import type { AccountStore } from '../accounts/account-store.ts'
import type { Clock } from '../connections/clock.ts'
import type { Live, Listener } from '../connections/live.ts'
import type { Log } from '../connections/log.ts'
import type { NeedStore } from '../needs/need-store.ts'
import type { OfferStore } from '../offers/offer-store.ts'
import { alertRow } from './alert-row.ts'
import { itemsOf } from './notification-item.ts'
import type { Notification, Sentence } from './notification.ts'
import { inboxPageSize, type NotificationStore } from './notification-store.ts'

interface PushServices {
  notifications: NotificationStore
  accounts: AccountStore
  offers: OfferStore
  needs: NeedStore
  clock: Clock
  log: Log
  live: Live
  /** what else there is to show to those who are connected */
  alsoFollow(): Promise<void>
  translator(language: string): TFunction
  say(sentence: Sentence, t: TFunction, language: string): string
  renderPartial(name: string, context: { language: string } & Record<string, unknown>): Promise<string>
}

/** Notifications that other processes stored become visible at the latest after this pause. */
const pollMilliseconds = 2_000
const overlapMilliseconds = 60_000

export type Push = ReturnType<typeof createPush>

/**
 * A cursor on the inbox: reads what is new for the people who are connected here and emits it, rendered in each
 * one's language from the current state. What a crash left unpushed is sent at the next connection.
 */
export function createPush(services: PushServices) {
  const { notifications, accounts, clock, live, log } = services
  /** ids already sent from here, with the moment after which the overlap no longer reaches them */
  const sent = new Map<string, number>()
  let running = Promise.resolve()
  let asked = false
  let timer: NodeJS.Timeout | undefined

  async function emit(listener: Listener, account: Account, news: Notification[]): Promise<void> {
    const { language } = listener
    const items = await itemsOf(
      news,
      account,
      { t: services.translator(language), language },
      services,
      clock.now(),
    )
    for (const item of items) {
      const row = { ...alertRow(item), language }
      const html = await services.renderPartial('notifications/_notification', row)
      live.emit(listener, 'notification', { ...item, html })
    }
    live.emit(listener, 'unread', { unread: await notifications.unread(account.id) })
  }

  async function follow(): Promise<void> {
    asked = false
    const listeners = live.listeners()
    if (listeners.length === 0) return
    const from = new Date(clock.now().getTime() - overlapMilliseconds)
    const recent = await notifications.ofPeople(
      [...new Set(listeners.map(({ accountId }) => accountId))],
      from,
    )
    const news = recent.filter(({ id }) => !sent.has(id))
    remember(news)
    const people = await accounts.findMany([...new Set(news.map(({ recipientId }) => recipientId))])
    await Promise.all(
      people.flatMap((person) =>
        listeners
          .filter(({ accountId, epoch }) => accountId === person.id && epoch === person.epoch)
          .map((listener) => emit(listener, person, newsFor(listener, news))),
      ),
    )
  }

  /** Whoever lost access, in whichever process that was decided, hears no more. */
  async function dismissEnded(): Promise<void> {
    const listeners = live.listeners()
    if (listeners.length === 0) return
    const epochs = await accounts.epochsOf([...new Set(listeners.map(({ accountId }) => accountId))])
    for (const listener of listeners)
      if (epochs.get(listener.accountId) !== listener.epoch) live.dismiss(listener)
  }

  function remember(news: Notification[]): void {
    const now = clock.now().getTime()
    for (const [id, until] of sent) if (until < now) sent.delete(id)
    for (const { id } of news) sent.set(id, now + 2 * overlapMilliseconds)
  }

  /** Looks at the inbox now; calls that come while it looks are answered by one more look. */
  function wake(): void {
    if (asked) return
    asked = true
    running = running
      .then(follow)
      .then(services.alsoFollow)
      .catch((error: unknown) => log.error({ err: error }, 'push failed'))
  }

  function look(): void {
    running = running.then(dismissEnded).catch((error: unknown) => log.error({ err: error }, 'push failed'))
    wake()
  }

  return {
    wake,

    /** Sends a listener all that came since the id that it names, oldest first. */
    async catchUp(listener: Listener, account: Account, after: string): Promise<void> {
      let news = await notifications.since(account.id, after)
      await emit(listener, account, news)
      for (let last = news.at(-1); last && news.length === inboxPageSize; last = news.at(-1)) {
        news = await notifications.after(account.id, last.id)
        await emit(listener, account, news)
      }
    },

    /** The count alone, after something was read. */
    async tellUnread(accountId: string): Promise<void> {
      const unread = await notifications.unread(accountId)
      const theirs = live.listeners().filter((listener) => listener.accountId === accountId)
      for (const listener of theirs) live.emit(listener, 'unread', { unread })
    },

    start(): void {
      timer = setInterval(look, pollMilliseconds)
      timer.unref()
    },

    async stop(): Promise<void> {
      clearInterval(timer)
      await running
    },
  }
}

const newsFor = (listener: Listener, news: Notification[]): Notification[] =>
  news.filter((one) => one.recipientId === listener.accountId && one.createdAt >= listener.since)
