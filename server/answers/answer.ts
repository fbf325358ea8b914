import { isAnywhere } from '../postings/posting.ts'
import { daysAfter } from '../postings/posting-end.ts'

/**
 * Calendar days in which a UN entity answers an offer that was routed to it. Weekends count: they fall on other days
 * in other duty stations, and a company can only hold a date against a calendar that is everybody's.
 */
export const answerDays = 14
/** The entity is reminded so many days before its answer is due. */
export const reminderDays = 3
/** While an answer is overdue, the entity is reminded once in so many days. */
export const overdueReminderDays = 7

export const answerKinds = ['interested', 'not-now', 'passed-on'] as const
export type AnswerKind = (typeof answerKinds)[number]

/** Why not now; neutral, since the company reads it. The words stand in the locales under `answers:reason`. */
export const notNowReasons = [
  'no-need-now',
  'other-mandate',
  'other-place',
  'wrong-time',
  'too-small',
  'already-covered',
  'no-capacity',
  'other',
] as const
export type NotNowReason = (typeof notNowReasons)[number]

/** What an entity answered; `to` is the organisation that the offer was passed on to. */
export type Said =
  | { kind: 'interested' }
  | { kind: 'not-now'; reason: NotNowReason }
  | { kind: 'passed-on'; to: string; note?: string }

export type Word = Said & {
  at: Date
  by: { accountId: string; name: string; organisation: string }
  /** the match on which the interest was shown, where it was not said of the offer itself */
  matchId?: string
}

/** One UN entity's (or own office's) answer to one offer, asked for when the offer was cleared. */
export interface Answer {
  id: string
  offerId: string
  /** who is asked: an entity, or an office that belongs to none */
  organisationId: string
  /** whose people may answer: the one asked and those of its offices that serve the offer's places */
  speakers: string[]
  askedAt: Date
  dueAt: Date
  /** the offer's end, after which nobody waits for an answer */
  until: Date | null
  /** the offer was withdrawn, taken or taken off while nobody had answered */
  closedAt: Date | null
  /** who passed the offer on to this one, and what they wrote along */
  passedOn?: { from: string; note?: string }
  word: Word | null
}

/** A question to an entity that begins now. */
export const question = (now: Date) => ({
  ...{ askedAt: now, dueAt: daysAfter(now, answerDays), closedAt: null, word: null },
})

/** When the clock ended without an answer: the offer's end or its closing, whichever was first. */
export function endedAt({ until, closedAt }: Pick<Answer, 'until' | 'closedAt'>): Date | null {
  if (!until || !closedAt) return until ?? closedAt
  return until < closedAt ? until : closedAt
}

export type AnswerState = AnswerKind | 'waiting' | 'overdue' | 'closed'

/** Where an answer stands at `now`. One whose offer ended after it was due stays overdue. */
export function stateOf(
  answer: Pick<Answer, 'word' | 'until' | 'closedAt' | 'dueAt'>,
  now: Date,
): AnswerState {
  if (answer.word) return answer.word.kind
  const ended = endedAt(answer)
  if (ended && ended <= now && ended <= answer.dueAt) return 'closed'
  return answer.dueAt <= now ? 'overdue' : 'waiting'
}

/** May still be answered. */
export function isOpen(answer: Answer, now: Date): boolean {
  const ended = endedAt(answer)
  return !answer.word && !(ended && ended <= now)
}

/** The moment of the next reminder after `now`, or of the first for a new question. */
export function nextReminder(dueAt: Date, now: Date): Date {
  const early = daysAfter(dueAt, -reminderDays)
  if (early > now) return early
  return dueAt > now ? dueAt : daysAfter(now, overdueReminderDays)
}

/** Serves a place that the offer names; everybody does where it names none. */
export const serves = (countries: string[], places: ReadonlySet<string>, offer: Placed): boolean =>
  isAnywhere(offer) || countries.some((country) => places.has(country))

type Placed = Parameters<typeof isAnywhere>[0]
