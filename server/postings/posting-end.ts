import type { Posting } from './posting.ts'

const day = 86_400_000

/** A need that names no end is open for so many days. */
export const defaultNeedDays = 180
/** Whether an offer without an end still stands is asked so many days after it was last confirmed. */
export const standingDays = 90
/** An offer that nobody confirms leaves the lists so many days after it was asked about. */
export const answerDays = 14

type Ends = Pick<
  Posting,
  'side' | 'availableUntil' | 'publishedAt' | 'termFrom' | 'confirmedAt' | 'askedAt' | 'source'
>

/** An offer that names no end stands until its company no longer confirms it; imports are left alone. */
export const isStanding = ({ side, availableUntil, source }: Ends): boolean =>
  side === 'offer' && !availableUntil && !source

/**
 * When a posting is over: the end that it names; a need without one ends half a year after its term began, a
 * standing offer two weeks after an unanswered question. `undefined` where no end is in sight.
 */
export function endOf(posting: Ends): Date | undefined {
  const { side, availableUntil, publishedAt, askedAt, source } = posting
  if (availableUntil || source) return availableUntil ?? undefined
  if (side === 'offer') return askedAt ? daysAfter(askedAt, answerDays) : undefined
  return publishedAt ? endOfDay(daysAfter(termStart(posting, publishedAt), defaultNeedDays)) : undefined
}

/** When whether a standing offer still stands is to be asked; `undefined` where it was, or where none is asked. */
export function askAt(posting: Ends): Date | undefined {
  const { publishedAt, confirmedAt, askedAt } = posting
  if (!publishedAt || askedAt || !isStanding(posting)) return undefined
  return daysAfter(confirmedAt ?? publishedAt, standingDays)
}

/** The beginning of the present term: of the first, the publication. */
export const termStart = ({ termFrom }: Ends, publishedAt: Date): Date => termFrom ?? publishedAt

export const daysAfter = (moment: Date, days: number): Date => new Date(moment.getTime() + days * day)

/** Whole days from one moment to another, begun ones counted. */
export const daysBetween = (from: Date, to: Date): number => Math.ceil((to.getTime() - from.getTime()) / day)

/** The last moment of that day in UTC, as an end that names a day is kept. */
export const endOfDay = (moment: Date): Date => new Date(`${moment.toISOString().slice(0, 10)}T23:59:59.999Z`)
