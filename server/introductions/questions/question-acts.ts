import type { Account } from '../../accounts/account.ts'
import type { Need } from '../../needs/need.ts'
import { audited, effect } from '../../records/effect.ts'
import { newId } from '../../records/new-id.ts'
import { tooMany } from '../../web/problem.ts'
import type { QuestionStore } from './question-store.ts'
import {
  mostQuestions,
  mostQuestionsWithin,
  mustBeAsking,
  QuestionRefused,
  questionState,
  type decliningReasons,
  type hidingReasons,
  type Question,
} from './question.ts'

export interface QuestionDesk {
  questions: QuestionStore
  wake(): void
  now(): Date
}

interface ToAnswer {
  question: Question
  need: Need
}

/** A company's question on a need that is open; sent again with the same key it is still one. */
export async function ask(
  need: Need,
  { text, key }: { text: string; key: string },
  account: Account,
  desk: QuestionDesk,
): Promise<Question> {
  const asked = await desk.questions.asked(account.id, key)
  if (asked) return asked
  const now = desk.now()
  mustBeAsking(need, now)
  await admit(account.id, now, desk)
  const { id: accountId, name, organisation } = account
  const question = {
    ...{ id: newId(), needId: need.id, organisationId: organisation.id, accountId, name, text },
    askedAt: now,
  }
  const effects = [trace('question', question, account, {}, now), news('question-asked', question, now)]
  const stored = await desk.questions.add(question, key, effects)
  desk.wake()
  return stored
}

/** The answer, which makes both public. Throws `QuestionRefused` where somebody has dealt with it already. */
export const answer = (to: ToAnswer, text: string, account: Account, desk: QuestionDesk): Promise<void> =>
  settle(to, 'question-answered', { text }, account, desk)

/** A word that there will be no answer, and why; only who asked sees it. */
export const decline = (
  to: ToAnswer,
  reason: (typeof decliningReasons)[number],
  account: Account,
  desk: QuestionDesk,
): Promise<void> => settle(to, 'question-declined', { reason }, account, desk)

async function settle(
  { question, need }: ToAnswer,
  act: 'question-answered' | 'question-declined',
  words: object,
  account: Account,
  desk: QuestionDesk,
): Promise<void> {
  const now = desk.now()
  mustBeAsking(need, now)
  if (questionState(question) !== 'waiting') throw new QuestionRefused('dealt-with')
  const said = { accountId: account.id, at: now, ...words }
  const change = act === 'question-answered' ? { answer: said } : { declined: said }
  const effects = [trace(act, question, account, {}, now), news(act, question, now)]
  const first = await desk.questions.settle(question.id, change as Pick<Question, 'answer'>, effects)
  if (!first) throw new QuestionRefused('dealt-with')
  desk.wake()
}

/** Takes an abusive question out of sight, answered or not and whatever the state of the need. */
export async function hide(
  { question }: ToAnswer,
  reason: (typeof hidingReasons)[number],
  account: Account,
  desk: QuestionDesk,
): Promise<void> {
  const now = desk.now()
  const hidden = { accountId: account.id, at: now, reason }
  const effects = [trace('question-hidden', question, account, { reason }, now)]
  if (!(await desk.questions.hide(question.id, hidden, effects))) throw new QuestionRefused('already-hidden')
  desk.wake()
}

/** Texts stay with the question: the trace says who did what, and when. */
const trace = (act: string, { id, needId }: Question, actor: Account, after: object, now: Date) =>
  audited(
    { actor, act, record: { kind: 'need', id: needId }, before: null, after: { questionId: id, ...after } },
    now,
  )

const news = (kind: string, { id }: Question, now: Date) => effect(kind, { questionId: id }, now)

async function admit(accountId: string, now: Date, { questions }: QuestionDesk): Promise<void> {
  const from = new Date(now.getTime() - mostQuestionsWithin)
  const first = (await questions.timesOf(accountId, from, mostQuestions))[mostQuestions - 1]
  if (first) throw tooMany(first.getTime() + mostQuestionsWithin - now.getTime())
}
