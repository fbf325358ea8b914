import { nextReminder, type Answer } from '../answers/answer.ts'
import type { AnswerStore } from '../answers/answer-store.ts'
import type { Clock } from '../connections/clock.ts'
import type { Notify } from '../notifications/notify.ts'

interface ReminderServices {
  answers: AnswerStore
  notify: Notify
  clock: Clock
}

const batch = 200

/**
 * Reminds entities of answers that are due soon or overdue: one sum for each entity and day, however often it runs.
 * Told first and noted afterwards, so that a crash in between repeats what nobody hears twice.
 */
export async function remindOfAnswers({ answers, notify, clock }: ReminderServices): Promise<number> {
  const now = clock.now()
  const due = await answers.remindersDue(now, batch)
  for (const organisationId of new Set(due.map((answer) => answer.organisationId))) {
    const waiting = await answers.openOf(organisationId, now)
    await notify(reminder(organisationId, waiting, now), now)
  }
  await answers.remindAgain(due.map(({ id, dueAt }) => ({ id, at: nextReminder(dueAt, now) })))
  return due.length
}

function reminder(organisationId: string, waiting: Answer[], now: Date) {
  const first = waiting[0]?.dueAt ?? now
  const key = `answers:news.${first <= now ? 'first-was-due' : 'first-is-due'}`
  const day = now.toISOString().slice(0, 10)
  const because = [{ key, values: { date: first.toISOString() } }]
  return { kind: 'answers-due' as const, organisationId, day, count: waiting.length, because }
}
