import { ActRefused } from './act-refused.ts'
import { daysAfter, daysBetween, endOf, endOfDay, isStanding, termStart } from './posting-end.ts'
import { isExpired, type Posting, type PostingContent } from './posting.ts'

/** A posting can be renewed from so many days before its end, which is when the first warning comes. */
export const renewableDays = 7
const shortestTermDays = 7
const longestTermDays = 365

type Term = Pick<Posting, 'availableUntil' | 'termFrom' | 'confirmedAt' | 'askedAt'>

/** States in which nothing is left to renew. */
const over = ['draft', 'withdrawn', 'refused', 'fulfilled', 'met']

/** Whether its end is near or past, or a standing offer's company was asked; `status` as of `now`. */
export function isRenewable(posting: Posting, status: string, now: Date): boolean {
  const end = endOf(posting)
  if (over.includes(status) || !end) return false
  return isStanding(posting) || daysAfter(now, renewableDays) >= end
}

/**
 * One more term of the same length, between a week and a year, after the present end, or from now where that is past;
 * a standing offer is confirmed instead. Throws `ActRefused` where that has been done or makes no sense yet.
 */
export function renewal(posting: Posting, status: string, now: Date): Term {
  const end = endOf(posting)
  if (posting.withdrawnAt) throw new ActRefused('already-withdrawn')
  if (!posting.publishedAt || over.includes(status)) throw new ActRefused('closed')
  if (!end || !isRenewable(posting, status, now)) throw new ActRefused(whyNot(posting, now))
  if (isStanding(posting)) return { confirmedAt: now, askedAt: undefined }
  const termFrom = end > now ? end : now
  if (!posting.availableUntil) return { termFrom }
  const days = daysBetween(termStart(posting, posting.publishedAt), end)
  const length = Math.min(longestTermDays, Math.max(shortestTermDays, days))
  return { termFrom, availableUntil: endOfDay(daysAfter(termFrom, length)) }
}

function whyNot({ termFrom, confirmedAt }: Posting, now: Date): 'already-renewed' | 'not-due' {
  const yesterday = daysAfter(now, -1)
  return [termFrom, confirmedAt].some((moment) => moment && moment > yesterday)
    ? 'already-renewed'
    : 'not-due'
}

/** What an edit does to the term of a published posting: whoever writes it anew says that it stands. */
export function termAfterEdit(
  posting: Posting,
  content: PostingContent,
  now: Date,
): Omit<Term, 'availableUntil'> {
  if (!posting.publishedAt) return {}
  if (isStanding({ ...posting, ...content })) return { confirmedAt: now, askedAt: undefined }
  const sameEnd = posting.availableUntil?.getTime() === content.availableUntil?.getTime()
  return sameEnd && content.availableUntil && !isExpired(posting, now) ? {} : { termFrom: now }
}
