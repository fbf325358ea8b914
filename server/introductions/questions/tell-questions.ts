import type { AccountStore } from '../../accounts/account-store.ts'
import type { MatchStore } from '../../matching/match-store.ts'
import type { NeedStore } from '../../needs/need-store.ts'
import type { Notify } from '../../notifications/notify.ts'
import type { QuestionStore } from './question-store.ts'
import { questionState, type Question } from './question.ts'

interface Services {
  questions: QuestionStore
  needs: NeedStore
  matches: MatchStore
  accounts: AccountStore
  notify: Notify
}

/** The people of whoever posted the need hear that somebody asks. */
export async function tellAsked(questionId: string, services: Services, now: Date): Promise<void> {
  const question = await services.questions.find(questionId)
  const need = question && (await services.needs.find(question.needId))
  if (!need || questionState(question) !== 'waiting') return
  await tell('question-asked', question, [need.organisationId], services, now)
}

/** The company that asked hears of the answer, and with it those whose interest in the need stands. */
export async function tellAnswered(questionId: string, services: Services, now: Date): Promise<void> {
  const question = await services.questions.find(questionId)
  if (!question || questionState(question) !== 'answered') return
  const matches = await services.matches.spokenFor({ needId: question.needId }, ['offer'])
  const interested = matches.filter(({ dismissal, ending }) => !dismissal.offer && !dismissal.need && !ending)
  const companies = [question.organisationId, ...interested.map(({ parties }) => parties.offer)]
  await tell('question-answered', question, companies, services, now)
}

/** Only the company that asked hears that there will be no answer. */
export async function tellDeclined(questionId: string, services: Services, now: Date): Promise<void> {
  const question = await services.questions.find(questionId)
  if (question) await tell('question-declined', question, [question.organisationId], services, now)
}

async function tell(
  kind: 'question-asked' | 'question-answered' | 'question-declined',
  { id: questionId, needId }: Question,
  organisationIds: string[],
  { accounts, notify }: Services,
  now: Date,
): Promise<void> {
  const people = await accounts.membersOf([...new Set(organisationIds)])
  await notify({ kind, questionId, needId, accountIds: people.map(({ id }) => id) }, now)
}
