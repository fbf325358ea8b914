import type { Account } from '../accounts/account.ts'
import { isStaff, permissionsOf } from '../accounts/permission.ts'
import { isOwnOffer, offersFor } from '../offers/offer-access.ts'
import type { Offer } from '../offers/offer.ts'
import type { OfferStore } from '../offers/offer-store.ts'
import { forbidden } from '../web/problem.ts'
import type { Answer } from './answer.ts'
import { AnswerRefused } from './answer-refused.ts'
import type { AnswerStore } from './answer-store.ts'

interface Stores {
  offers: OfferStore
  answers: Pick<AnswerStore, 'ofOffer'>
}

/** The company reads the answers to its own offers, the UN side and staff those to all that they may see. */
export const mayReadAnswers = (account: Account | undefined, offer: Offer): boolean =>
  account !== undefined &&
  (account.organisation.kind !== 'company' || isStaff(account) || isOwnOffer(offer, account))

/** Somebody of an organisation that was asked. */
export const isAsked = (account: Account | undefined, { speakers }: Answer): boolean =>
  account !== undefined && permissionsOf(account).answerOffers && speakers.includes(account.organisation.id)

/** Answers as an account may look them up. An offer that it may not see is not found. */
export function answersOf(account: Account, { offers, answers }: Stores, now: Date) {
  const find = (offerId: string) => offersFor(account, offers, now).find(offerId)
  return {
    async list(offerId: string): Promise<Answer[]> {
      const offer = await find(offerId)
      if (!mayReadAnswers(account, offer)) throw forbidden()
      return answers.ofOffer(offer.id)
    },

    /** To answer: the question to the account's own organisation. Throws `AnswerRefused` where it was not asked. */
    async own(offerId: string): Promise<{ offer: Offer; answer: Answer; others: Answer[] }> {
      const offer = await find(offerId)
      const all = await answers.ofOffer(offer.id)
      const answer = all.find((one) => isAsked(account, one))
      if (!answer) throw new AnswerRefused('not-asked')
      return { offer, answer, others: all.filter((one) => one !== answer) }
    },
  }
}
