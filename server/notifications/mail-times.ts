import type { MailPreference } from '../accounts/account.ts'
import type { NotificationKind } from './notification.ts'

const minutes = 60_000
const hour = 60 * minutes
/** Read within this time, nothing is mailed. */
export const restMilliseconds = 5 * minutes
const dailyAt = 7 * hour
const day = 24 * hour

/** Somebody waits for an answer: not held back for the hour that lies between two mails. */
const urgent: readonly NotificationKind[] = [
  'match-introduced',
  'message-arrived',
  'question-asked',
  'question-answered',
]

/** The last time that it was 07:00 UTC. */
export const lastDailyMoment = (now: Date): Date =>
  new Date(Math.floor((now.getTime() - dailyAt) / day) * day + dailyAt)

interface Waiting {
  kind: NotificationKind
  createdAt: Date
}

/**
 * Whether a person gets a mail now about what has rested unread: at once, though at most one an hour unless somebody
 * waits for an answer; or daily, what was there before 07:00 UTC.
 */
export function isMailDue(
  waiting: Waiting[],
  preference: MailPreference,
  mailedAt: Date | undefined,
  now: Date,
): boolean {
  if (waiting.length === 0 || preference === 'never') return false
  if (preference === 'daily') {
    const moment = lastDailyMoment(now)
    return waiting.some(({ createdAt }) => createdAt < moment) && !(mailedAt && mailedAt >= moment)
  }
  const hasRested = !mailedAt || now.getTime() - mailedAt.getTime() >= hour
  return hasRested || waiting.some(({ kind }) => urgent.includes(kind))
}
