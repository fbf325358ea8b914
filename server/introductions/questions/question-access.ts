import type { Account } from '../../accounts/account.ts'
import { isStaff, permissionsOf } from '../../accounts/permission.ts'
import { answersFor, needsFor } from '../../needs/need-access.ts'
import type { NeedStore } from '../../needs/need-store.ts'
import type { Need } from '../../needs/need.ts'
import type { OrganisationStore } from '../../organisations/organisation-store.ts'
import { forbidden, notFoundProblem } from '../../web/problem.ts'
import type { QuestionStore } from './question-store.ts'
import { questionState, type Question } from './question.ts'

export interface QuestionStores {
  needs: NeedStore
  organisations: OrganisationStore
  questions: QuestionStore
}

/** What an account sees of the questions on a need. */
export interface SeenQuestions {
  need: Need
  questions: Question[]
  /** the account answers for the need, and sees who asks */
  answering: boolean
}

/**
 * Questions as an account may look them up: with its answer everybody sees one who sees the need; one that waits, was
 * declined or hidden only the company that asked, those who answer for the need, and staff.
 */
export function questionsFor(account: Account | undefined, stores: QuestionStores, now: Date) {
  const { needs, organisations, questions } = stores

  async function answers(need: Need): Promise<boolean> {
    if (!account || !permissionsOf(account).postNeeds) return false
    const offices = await organisations.officesOf([account.organisation.id])
    const ids = offices.map(({ id }) => id)
    return answersFor(need, account, ids)
  }

  const isVisible = (question: Question, answering: boolean): boolean =>
    questionState(question) === 'answered' ||
    answering ||
    isStaff(account) ||
    account?.organisation.id === question.organisationId

  return {
    async ofNeed(needId: string): Promise<SeenQuestions> {
      const need = await needsFor(account, needs, now).find(needId)
      const answering = await answers(need)
      const all = await questions.ofNeed(needId)
      return { need, questions: all.filter((question) => isVisible(question, answering)), answering }
    },

    /** To answer it, an account must answer for the need: what it sees and may not answer is forbidden. */
    async findToAnswer(id: string): Promise<{ question: Question; need: Need }> {
      const question = await questions.find(id)
      if (!question) throw notFoundProblem()
      const need = await needsFor(account, needs, now).find(question.needId)
      const answering = await answers(need)
      if (!isVisible(question, answering)) throw notFoundProblem()
      if (!answering) throw forbidden()
      return { question, need }
    },
  }
}
