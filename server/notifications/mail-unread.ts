import type { AccountStore } from '../accounts/account-store.ts'
import type { Clock } from '../connections/clock.ts'
import type { Log } from '../connections/log.ts'
import { byMail } from '../mail/by-mail.ts'
import { isMailDue, restMilliseconds } from './mail-times.ts'
import type { NotificationStore } from './notification-store.ts'

interface MailUnreadServices {
  accounts: AccountStore
  notifications: NotificationStore
  /** lets what was written follow */
  wake(): void
  clock: Clock
  log: Log
}

const sweepMilliseconds = 30_000

/**
 * Puts what a person has left unread into one mail when it is due. The account's write carries the mail, so that of
 * two processes one sends it; marked as mailed afterwards, a crash in between mails nothing twice within the hour.
 */
export function createMailUnread({ accounts, notifications, wake, clock, log }: MailUnreadServices) {
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()

  async function mailTo(accountId: string, now: Date): Promise<void> {
    const waiting = await notifications.awaitingMail(accountId, new Date(now.getTime() - restMilliseconds))
    const unread = waiting.filter(({ readAt }) => readAt === null)
    const account = await accounts.find(accountId)
    const all = waiting.map(({ id }) => id)
    if (!account || account.mailPreference === 'never' || unread.length === 0)
      return notifications.mailed(all)
    const mailedAt = await accounts.mailedAt(accountId)
    if (!isMailDue(unread, account.mailPreference, mailedAt, now)) return
    const { email, name, language = 'en' } = account
    const about = { accountId, ids: unread.map(({ id }) => id) }
    const mail = byMail({ kind: 'news', to: email, language, values: { name }, about }, now)
    if (!(await accounts.noteMailed(accountId, mailedAt, now, [mail]))) return
    await notifications.mailed(all)
  }

  async function run(): Promise<void> {
    const now = clock.now()
    const people = await notifications.peopleAwaitingMail(new Date(now.getTime() - restMilliseconds))
    for (const id of people) await mailTo(id, now)
    if (people.length > 0) wake()
  }

  return {
    run,

    start(): void {
      const sweep = () => {
        running = running
          .then(run)
          .catch((error: unknown) => log.error({ err: error }, 'mailing news failed'))
      }
      timer = setInterval(sweep, sweepMilliseconds)
      timer.unref()
    },

    async stop(): Promise<void> {
      clearInterval(timer)
      await running
    },
  }
}
